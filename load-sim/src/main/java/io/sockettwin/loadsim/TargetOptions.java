package io.sockettwin.loadsim;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.loadsim.live.CannotRun;
import io.sockettwin.loadsim.live.Dialect;
import io.sockettwin.loadsim.live.Dialects;
import io.sockettwin.loadsim.live.ServiceProcess;
import io.sockettwin.loadsim.live.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is loaded, and how.
final class TargetOptions {

  private static final String KEY_VARIABLE = "SOCKETTWIN_ACCESS_KEY";

  /// Where a service and the quickstart put it.
  private static final List<Path> USUAL_KEYS =
      List.of(Path.of("data/access-key"), Path.of("quickstart-data/service/access-key"));

  @Option(
      names = "--service",
      paramLabel = "HOST[:PORT]",
      defaultValue = "${env:SOCKETTWIN_SERVICE:-localhost:1883}",
      description = "where it listens for devices (${DEFAULT-VALUE})")
  private String service = "";

  @Option(
      names = "--api",
      paramLabel = "URL",
      defaultValue = "${env:SOCKETTWIN_API:-http://localhost:8080}",
      description = {
        "its REST interface (${DEFAULT-VALUE});",
        "none: only devices of a list, no controls and no audit of twins"
      })
  private String api = "";

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = {
        "with its access key; else the environment variable SOCKETTWIN_ACCESS_KEY,",
        "data/access-key or quickstart-data/service/access-key"
      })
  private @Nullable Path keyFile;

  @Option(
      names = "--product",
      paramLabel = "ID",
      description = "to create devices of (the first product with a power_switch)")
  private @Nullable String product;

  @Option(
      names = "--devices",
      paramLabel = "FILE",
      description = "existing devices in the place of created ones: PRODUCT DEVICE SECRET a line")
  private @Nullable Path devices;

  @Option(names = "--keep", description = "leaves created devices at the service")
  private boolean keep;

  @Option(
      names = "--dialect",
      paramLabel = "NAME",
      defaultValue = "data-template",
      description = "data-template, thingsboard or tasmota (${DEFAULT-VALUE})")
  private String dialect = "";

  @Option(
      names = "--source",
      paramLabel = "ADDRESS",
      split = ",",
      description = "local addresses to connect from in turn; one has some 28 000 ports")
  private List<String> sources = List.of();

  @Option(
      names = "--loops",
      paramLabel = "COUNT",
      description = "event loops, each a thread (half of the processors, at least 1)")
  private int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  Target target() {
    ServiceAddress address = ServiceAddress.parse(service).orElse(null);
    if (address == null) {
      throw new CannotRun("--service must be HOST or HOST:PORT, not \"" + service + "\"");
    }
    boolean none = api.equals("none") || !dialect().equals(Dialects.dataTemplate());
    return none ? target(address, null, "") : target(address, uri(), key());
  }

  /// With a service that was started for the run.
  Target target(ServiceProcess started) {
    return target(started.service(), started.api(), started.accessKey());
  }

  private Target target(ServiceAddress address, @Nullable URI uri, String key) {
    if (loops < 1 || loops > 64) {
      throw new CannotRun("--loops must be from 1 to 64, not " + loops);
    }
    return new Target(
        address, uri, key, product, devices, dialect(), sourceAddresses(), keep, loops);
  }

  private Dialect dialect() {
    return Dialects.of(dialect)
        .orElseThrow(() -> new CannotRun("there is no dialect called " + dialect));
  }

  private URI uri() {
    try {
      URI uri = URI.create(api);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new CannotRun("--api must be an address like http://localhost:8080, not \"" + api + "\"");
  }

  private String key() {
    String given = System.getenv(KEY_VARIABLE);
    if (keyFile == null && given != null) {
      return given.strip();
    }
    Path file =
        keyFile != null
            ? keyFile
            : USUAL_KEYS.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(
                    () -> new CannotRun("the service's access key is not known: give --key-file"));
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CannotRun("the access key " + file + " cannot be read", e);
    }
  }

  private List<InetSocketAddress> sourceAddresses() {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (String source : sources) {
      InetSocketAddress address = new InetSocketAddress(source, 0);
      if (address.isUnresolved()) {
        throw new CannotRun("--source: there is no address called " + source);
      }
      addresses.add(address);
    }
    return addresses;
  }
}
