package io.sockettwin.agent.credentials;

import io.sockettwin.agent.credentials.IdentityList.Choice;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceInfoImage;
import io.sockettwin.wire.ProductSecret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say who the socket is.
public final class CredentialsOptions {

  private static final String SECRET = "SOCKETTWIN_SECRET";
  private static final String PRODUCT_SECRET = "SOCKETTWIN_PRODUCT_SECRET";

  /// Where twin-service answers HTTP unless told otherwise.
  private static final int REGISTRATION_PORT = 8080;

  /// A whole flash memory in HEX is a third of that, a list of fifty thousand devices all of it.
  private static final long MAX_FILE_BYTES = 4_000_000;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      defaultValue = "${env:SOCKETTWIN_CREDENTIALS}",
      description = "file with the line PRODUCT DEVICE SECRET")
  private @Nullable Path credentials;

  @Option(
      names = "--image",
      paramLabel = "FILE",
      defaultValue = "${env:SOCKETTWIN_IMAGE}",
      description = "device-info image of the production line, in Intel HEX")
  private @Nullable Path image;

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
      names = "--registration",
      paramLabel = "URL",
      defaultValue = "${env:SOCKETTWIN_REGISTRATION}",
      description = "where to obtain a secret by the product secret (http://<service host>:8080)")
  private @Nullable URI registration;

  /// Who the socket is, as far as these options say.
  ///
  /// @param environment the variables of the process
  public Source source(ServiceAddress service, Map<String, String> environment) {
    if (credentials != null) {
      return read(credentials, service);
    }
    if (image != null) {
      return readImage(image, service);
    }
    String secret = environment.get(SECRET);
    if (product != null && device != null && secret != null) {
      return known(IdentityList.of(product, device, secret), "", service);
    }
    String productSecret = environment.get(PRODUCT_SECRET);
    if (product != null && device != null && productSecret != null) {
      return toRegister(product, device, productSecret, service);
    }
    return new Source.Unsaid(
        "who is this socket? Give --credentials FILE or --image FILE, or --product and --device with "
            + SECRET
            + " or "
            + PRODUCT_SECRET);
  }

  private Source read(Path file, ServiceAddress service) {
    try {
      String problem = "the credentials file " + file + " is no use: ";
      return known(IdentityList.choose(text(file), device), problem, service);
    } catch (IOException e) {
      return new Source.Problem("the credentials file " + file + " cannot be read");
    }
  }

  private static Source readImage(Path file, ServiceAddress service) {
    try {
      String problem = "the image " + file + " is no use: ";
      return DeviceInfoImage.read(text(file))
          .map(info -> IdentityList.of(info.productId(), info.deviceName(), info.deviceSecret()))
          .map(choice -> known(choice, problem, service))
          .orElseGet(() -> new Source.Problem(problem + "it holds no device information"));
    } catch (IOException e) {
      return new Source.Problem("the image " + file + " cannot be read");
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException("too large");
    }
    // Whatever it is: what is no text is found wanting later.
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static Source known(Choice choice, String problem, ServiceAddress service) {
    return switch (choice) {
      case Choice.Found(Identity identity) -> new Source.Known(new Account(identity, service));
      case Choice.Problem(String sentence) -> new Source.Problem(problem + sentence);
    };
  }

  private Source toRegister(
      String productId, String deviceName, String secret, ServiceAddress service) {
    Optional<DeviceKey> key = DeviceKey.of(productId, deviceName);
    Optional<ProductSecret> productSecret = ProductSecret.parse(secret);
    if (key.isEmpty()) {
      return new Source.Problem("--product and --device do not name a device");
    }
    if (productSecret.isEmpty()) {
      return new Source.Problem(PRODUCT_SECRET + " must be 16 to 32 printable characters");
    }
    URI gateway =
        registration != null
            ? registration
            : URI.create("http://" + new ServiceAddress(service.host(), REGISTRATION_PORT));
    boolean http = "http".equals(gateway.getScheme()) || "https".equals(gateway.getScheme());
    return http && gateway.getHost() != null
        ? new Source.ToRegister(new Registration(key.get(), productSecret.get(), gateway))
        : new Source.Problem("--registration must be http://HOST[:PORT], not \"" + gateway + "\"");
  }
}
