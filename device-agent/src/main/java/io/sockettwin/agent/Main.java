package io.sockettwin.agent;

import io.sockettwin.agent.at.AtOptions;
import io.sockettwin.agent.at.AtSerial;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.CredentialsOptions;
import io.sockettwin.agent.credentials.Registration;
import io.sockettwin.agent.credentials.Source;
import io.sockettwin.agent.emulated.Cable;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Trust;
import io.sockettwin.agent.page.LocalPage;
import io.sockettwin.agent.page.PageOptions;
import io.sockettwin.socket.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
      "The device is given by a credentials file, by an image of the production",
      "line, or by --product and --device with its secret in the environment as",
      "SOCKETTWIN_SECRET, or with that of its product as SOCKETTWIN_PRODUCT_SECRET.",
      "What it was told on its local page comes before all that."
    })
public final class Main implements Callable<Integer> {

  @Option(
      names = "--service",
      paramLabel = "[mqtts://]HOST[:PORT]",
      defaultValue = "${env:SOCKETTWIN_SERVICE:-localhost:1883}",
      description = "where the service listens for devices (${DEFAULT-VALUE}); mqtts:// for TLS")
  private String service = "";

  @Option(
      names = "--service-ca",
      paramLabel = "FILE",
      defaultValue = "${env:SOCKETTWIN_SERVICE_CA}",
      description = "certificates in PEM to trust with TLS, instead of those everybody does")
  private @Nullable Path serviceAuthorities;

  @Mixin private CredentialsOptions credentials = new CredentialsOptions();

  @Mixin private PageOptions page = new PageOptions();

  @Mixin private BehaviourOptions behaviour = new BehaviourOptions();

  @Mixin private HardwareOptions hardware = new HardwareOptions();

  @Mixin private AtOptions at = new AtOptions();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "${env:SOCKETTWIN_DATA:-data/device-agent}",
      description = "what survives a loss of power, one folder an agent (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = {
        "records everything that happens to the socket, for load-sim replay:",
        "some 100 MB an hour on real parts"
      })
  private @Nullable Path recording;

  @Mixin private PlantOptions emulation = new PlantOptions();

  @Mixin private ConsoleOption console = new ConsoleOption();

  public static void main(String[] args) {
    // One line for a message.
    setUnlessGiven("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
    // A socket's few messages need no off-heap memory, and JDKs from 24 on warn of it.
    setUnlessGiven("io.netty.noUnsafe", "true");
    // The page's own limits: whoever connects and says nothing is not waited for.
    setUnlessGiven("jdk.httpserver.maxConnections", "64");
    setUnlessGiven("sun.net.httpserver.maxReqTime", "10");
    setUnlessGiven("sun.net.httpserver.maxReqHeaders", "64");
    System.exit(new CommandLine(new Main()).execute(args));
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return run();
    } catch (IOException e) {
      System.err.println("device-agent: " + e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  /// @throws IOException with a sentence that says why it cannot run
  private int run() throws IOException, InterruptedException {
    ServiceAddress address =
        ServiceAddress.parse(service)
            .orElseThrow(() ->
                new IOException(
                    "--service must be HOST or HOST:PORT, after mqtts:// for TLS, not \""
                        + service
                        + "\""));
    Source source = credentials.source(address, System.getenv());
    if (source instanceof Source.Problem(String sentence)) {
      throw new IOException(sentence);
    }
    Optional<Schedule> schedule = behaviour.schedule();
    EmulatedSocket plant = emulation.socket();
    Optional<AtSerial> module = at.serial(address);
    // A module has no cable.
    Cable cable = hardware.isReal() || module.isPresent() ? null : new Cable();
    Agent agent = start(source, plant, cable, module);
    schedule.ifPresent(agent::set);
    Optional<LocalPage> shown;
    try {
      shown = show(agent, plant, cable);
      introduce(agent, source, address, shown.isPresent());
    } catch (IOException e) {
      agent.close();
      throw e;
    }
    return await(agent, plant, shown);
  }

  private Agent start(
      Source source, EmulatedSocket plant, @Nullable Cable cable, Optional<AtSerial> module)
      throws IOException {
    Account account = source instanceof Source.Known(Account known) ? known : null;
    Trust trust = serviceAuthorities == null ? Trust.EVERYBODYS : trust(serviceAuthorities);
    AgentConfig config = new AgentConfig(account, data, behaviour.settings(), trust, recording);
    Hardware parts = hardware.open(plant);
    try {
      if (module.isPresent()) {
        return Agent.start(config, parts, module.get());
      }
      return cable == null ? Agent.start(config, parts) : Agent.start(config, parts, cable);
    } catch (IOException e) {
      parts.close();
      throw new IOException("the data folder " + data + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static Trust trust(Path file) throws IOException {
    try {
      return Trust.in(file);
    } catch (IOException e) {
      throw new IOException("--service-ca: " + e.getMessage(), e);
    }
  }

  private Optional<LocalPage> show(Agent agent, EmulatedSocket plant, @Nullable Cable cable)
      throws IOException {
    AgentOnPage.Emulation touchable =
        cable == null ? null : new AgentOnPage.Emulation(plant, cable);
    int tripMilliamps = behaviour.settings().limits().tripMilliamps();
    return page.open(new AgentOnPage(agent, tripMilliamps, touchable));
  }

  /// A socket that knows neither who it is nor how to find out needs a page to be told.
  private static void introduce(Agent agent, Source source, ServiceAddress address, boolean hasPage)
      throws IOException {
    if (source instanceof Source.ToRegister(Registration registration)) {
      agent.pairing().register(registration, address);
    } else if (source instanceof Source.Unsaid(String sentence)
        && !hasPage
        && agent.pairing().open()) {
      throw new IOException(sentence);
    }
  }

  private int await(Agent agent, EmulatedSocket plant, Optional<LocalPage> shown)
      throws InterruptedException {
    AtomicBoolean closing = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              closing.set(true);
              shown.ifPresent(LocalPage::close);
              agent.close();
            }));
    if (!hardware.isReal() && console.quits(agent, plant)) {
      return ExitCode.OK;
    }
    agent.awaitEnd();
    // A loop that died has opened the relay; whoever watches over the program starts it again.
    return closing.get() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"device-agent " + Version.CURRENT};
    }
  }
}
