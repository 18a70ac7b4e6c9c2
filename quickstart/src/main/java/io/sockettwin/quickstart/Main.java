package io.sockettwin.quickstart;

import io.sockettwin.quickstart.Child.Typed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// Starts the service and an emulated socket, says where to look, and stops them together.
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = "Starts a SocketTwin service with an emulated socket.")
public final class Main implements Callable<Integer> {
  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "the built repository (${DEFAULT-VALUE})")
  private Path root = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "what is kept from start to start (${DEFAULT-VALUE})")
  private Path data = Path.of("");

  @Option(
      names = "--http-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "of the page (${DEFAULT-VALUE})")
  private int httpPort;

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      defaultValue = "1883",
      description = "for devices (${DEFAULT-VALUE})")
  private int mqttPort;

  @Option(
      names = "--ends-with-parent",
      description = "stop when the program that started this one ends, as a build may")
  private boolean endsWithParent;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Place place = new Place(root.resolve(data).toAbsolutePath().normalize(), httpPort, mqttPort);
    System.out.println("Starting the service and a socket ...");
    try {
      return run(place);
    } catch (ProgramFailed e) {
      return refuse(e.sentence());
    } catch (IOException e) {
      return refuse("The quickstart cannot use " + place.data() + ": " + e.getMessage());
    }
  }

  private int run(Place place) throws ProgramFailed, IOException, InterruptedException {
    Typed typed = hasKeyboard() ? Typed.YES : Typed.NO;
    Stack stack = Stack.start(Jars.in(root.toAbsolutePath().normalize()), place, typed);
    Thread stop = new Thread(stack::close, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    System.out.println(welcome(place, typed));
    CompletableFuture.anyOf(stack.agent().ended(), stack.service().ended(), parentEnded()).join();
    if (stack.service().isAlive() && stack.agent().isAlive()) {
      return ExitCode.OK;
    }
    if (stack.service().isAlive() && stack.agent().ended().join() == ExitCode.OK) {
      return ExitCode.OK; // Somebody typed quit.
    }
    throw (stack.service().isAlive() ? stack.agent() : stack.service()).failure();
  }

  private CompletableFuture<?> parentEnded() {
    return ProcessHandle.current()
        .parent()
        .filter(_ -> endsWithParent)
        .<CompletableFuture<?>>map(ProcessHandle::onExit)
        .orElseGet(CompletableFuture::new);
  }

  // Its documentation still allows null, though today's JDKs always have one.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasKeyboard() {
    java.io.Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static String welcome(Place place, Typed typed) {
    return """

    SocketTwin is running, with an emulated socket and a lamp plugged into it.

      Page      %s
      Key       in %s
      REST      %sq/swagger-ui
      Devices   MQTT at %s

    %s
    """
        .formatted(
            place.page(),
            place.accessKey(),
            place.page(),
            place.mqtt(),
            typed == Typed.YES
                ? "Type to touch the socket: plug kettle, press, status. quit or Ctrl-C ends it all."
                : "Ctrl-C ends it all.");
  }

  private static int refuse(String sentence) {
    System.err.println("quickstart: " + sentence);
    return ExitCode.SOFTWARE;
  }
}
