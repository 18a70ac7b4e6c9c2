package io.sockettwin.quickstart;

import io.sockettwin.quickstart.Settings.Parsed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/// The newcomer's command: starts the service and an emulated socket, says where to look, and stops
/// both when it is stopped.
///
/// `./mvnw -Pquickstart` builds and runs it; what is built runs without Maven by `java -jar
/// quickstart/target/quickstart.jar`. The settings are system properties either way, for example
/// `-Dquickstart.http-port=9090`.
public final class Main {
  private static final String USAGE =
      "There are no arguments, but system properties: -D%s=8080, -D%s=1883, -D%s=8091 and -D%s=quickstart-data."
          .formatted(Settings.HTTP_PORT, Settings.MQTT_PORT, Settings.SOCKET_PORT, Settings.FOLDER);

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0) {
      System.exit(refuse(USAGE));
    }
    // Also ends the build that started it, so that nothing more is built afterwards.
    System.exit(
        switch (Settings.parse(System.getProperties(), Path.of("").toAbsolutePath())) {
          case Parsed.Problem(String sentence) -> refuse(sentence);
          case Parsed.Read(Settings settings) -> run(settings);
        });
  }

  private static int run(Settings settings) throws InterruptedException {
    Programs programs = Programs.built();
    Stack stack = new Stack(programs, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
    try {
      programs.requireBuilt();
      stack.requireFreePorts();
      System.out.println("\nStarting the service with its database and broker ...");
      stack.startService(Map.of());
      System.out.println("Starting an emulated socket ...\n");
      ChildProcess agent = stack.startAgent(Redirect.INHERIT);
      System.out.println(whereToLook(stack, settings));
      Thread.ofPlatform().daemon().name("keyboard").start(() -> obey(agent));
      throw stack.firstEnd();
    } catch (CannotGoOn e) {
      // While all is being stopped, an end is no news; exiting then waits for the stop.
      if (stack.isClosed()) {
        return 0;
      }
      stack.close();
      return refuse(e.sentence());
    }
  }

  private static String whereToLook(Stack stack, Settings settings) {
    return """

    SocketTwin runs, with one emulated socket.

      Look         %s
      Sign in      with the key in %s
      The socket   http://127.0.0.1:%d/, to plug things in and press its button
      REST         %sq/swagger-ui
      Devices      mqtt://127.0.0.1:%d
      Everything   is kept in %s

    Or type "plug lamp" and "press" to use the socket, "plug kettle" to overload it.
    "quit" or Ctrl-C stops both.
    """
        .formatted(
            stack.address(),
            stack.accessKey(),
            settings.socketPort(),
            stack.address(),
            settings.mqttPort(),
            settings.folder());
  }

  /// Hands what is typed to the socket. The end of the input is no wish to stop.
  private static void obey(ChildProcess agent) {
    Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, charset));
    try {
      for (String line = typed.readLine(); line != null; line = typed.readLine()) {
        switch (line.strip()) {
          case "quit", "exit" -> System.exit(0);
          default -> agent.type(line);
        }
      }
    } catch (IOException e) {
      System.err.println("The keyboard cannot be read: " + e.getMessage());
    }
  }

  private static int refuse(String sentence) {
    System.err.println(sentence);
    return 1;
  }
}
