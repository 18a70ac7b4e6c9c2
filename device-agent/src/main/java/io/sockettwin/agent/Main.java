package io.sockettwin.agent;

import io.sockettwin.agent.IdentityList.Choice;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.SocketSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The program: a smart socket, emulated on this machine or made of real parts.
@Command(
    name = "device-agent",
    mixinStandardHelpOptions = true,
    versionProvider = Main.VersionProvider.class,
    sortOptions = false,
    description = {
      "A smart socket of real or emulated parts, mirrored to a SocketTwin service.",
      "It protects, counts and obeys its button with or without the service."
    },
    footer = {
      "",
      "The device is given by a credentials file, or by --product and --device",
      "with its secret in the environment as SOCKETTWIN_SECRET."
    })
public final class Main implements Callable<Integer> {

  private static final String SECRET_VARIABLE = "SOCKETTWIN_SECRET";

  @Option(
      names = "--service",
      paramLabel = "HOST[:PORT]",
      defaultValue = "${env:SOCKETTWIN_SERVICE:-localhost:1883}",
      description = "where the service listens for devices (${DEFAULT-VALUE})")
  private String service = "";

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "${env:SOCKETTWIN_CREDENTIALS}",
      description = "file with the line PRODUCT DEVICE SECRET")
  private @Nullable Path credentials;

  @Option(
      names = "--product",
      paramLabel = "ID",
      defaultValue = "${env:SOCKETTWIN_PRODUCT}",
      description = "product id, when there is no credentials file")
  private @Nullable String product;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "${env:SOCKETTWIN_DEVICE}",
      description = "device name; chooses the line of a credentials file with several")
  private @Nullable String device;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:SOCKETTWIN_DATA:-data/device-agent}",
      description = "what survives a loss of power, one folder an agent (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--plug",
      paramLabel = "APPLIANCE",
      split = ",",
      description = "what is plugged in at the start, for example lamp,tv")
  private List<String> plugged = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "for the noise of the emulated mains (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--console",
      negatable = true,
      description = "obey typed commands (default: if run in a terminal)")
  private @Nullable Boolean console;

  @Mixin private HardwareOptions hardware = new HardwareOptions();

  public static void main(String[] args) {
    // One line for a message.
    setUnlessGiven("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    // A socket's few messages need no off-heap memory, and JDKs from 24 on warn of it.
    setUnlessGiven("io.netty.noUnsafe", "true");
    System.exit(new CommandLine(new Main()).execute(args));
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    ServiceAddress address = ServiceAddress.parse(service).orElse(null);
    if (address == null) {
      return refuse("--service must be HOST or HOST:PORT, not \"" + service + "\"");
    }
    return switch (identity()) {
      case Choice.Problem(String sentence) -> refuse(sentence);
      case Choice.Found(Identity identity) ->
          run(new AgentConfig(identity, address, data, SocketSettings.DEFAULT));
    };
  }

  private Choice identity() {
    if (credentials != null) {
      try {
        return switch (IdentityList.choose(Files.readString(credentials), device)) {
          case Choice.Found found -> found;
          case Choice.Problem(String sentence) ->
              new Choice.Problem("the credentials file " + credentials + " is no use: " + sentence);
        };
      } catch (IOException e) {
        return new Choice.Problem("the credentials file " + credentials + " cannot be read");
      }
    }
    String secret = System.getenv(SECRET_VARIABLE);
    if (product == null || device == null || secret == null) {
      return new Choice.Problem(
          "who is this socket? Give --credentials FILE, or --product, --device and "
              + SECRET_VARIABLE);
    }
    return IdentityList.of(product, device, secret);
  }

  private int run(AgentConfig config) throws InterruptedException {
    EmulatedSocket plant = new EmulatedSocket(seed);
    for (String name : plugged) {
      Appliance appliance = Appliance.ofHousehold(name).orElse(null);
      if (appliance == null) {
        return refuse("there is no appliance called " + name);
      }
      plant.plug(appliance);
    }
    Hardware parts;
    try {
      parts = hardware.open(plant);
    } catch (IOException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
    Agent agent;
    try {
      agent = Agent.start(config, parts);
    } catch (IOException e) {
      return refuse("the data folder " + data + " cannot be used: " + e.getMessage());
    }
    AtomicBoolean closing = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              closing.set(true);
              agent.close();
            }));
    if (!hardware.isReal() && wantsConsole() && quits(new Console(agent, plant, System.out))) {
      return ExitCode.OK;
    }
    agent.awaitEnd();
    // A loop that died has opened the relay; whoever watches over the program starts it again.
    return closing.get() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  // Its documentation still allows null, though today's JDKs always have one.
  @SuppressWarnings("SystemConsoleNull")
  private boolean wantsConsole() {
    if (console != null) {
      return console;
    }
    java.io.Console terminal = System.console();
    return terminal != null && terminal.isTerminal();
  }

  private static boolean quits(Console typed) {
    Charset charset = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    try {
      return typed.run(new BufferedReader(new InputStreamReader(System.in, charset)));
    } catch (IOException e) {
      // Without a keyboard the socket goes on.
      return false;
    }
  }

  private static int refuse(String sentence) {
    System.err.println("device-agent: " + sentence);
    return ExitCode.SOFTWARE;
  }

  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"device-agent " + Version.CURRENT};
    }
  }
}
