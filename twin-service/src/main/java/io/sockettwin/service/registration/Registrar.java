package io.sockettwin.service.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.device.Issuance;
import io.sockettwin.service.device.SecretIssuer;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.product.Registration;
import io.sockettwin.service.registration.Verdict.Granted;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ProductSecret;
import io.sockettwin.wire.RegistrationError;
import io.sockettwin.wire.RegistrationRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides about registrations (protocol section 11.4).
@Singleton
class Registrar {
  /// Requests remembered, about 200 bytes each.
  private static final int MAX_REMEMBERED = 20_000;

  /// Twice what a clock may usually be off.
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(20);

  private final Products products;
  private final Devices devices;
  private final SecretIssuer issuer;
  private final RegistrationConfig config;

  /// Signatures, which cover time and nonce, so two equal ones are one request sent twice.
  private final Cache<String, DeviceKey> answered =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();

  Registrar(Products products, Devices devices, SecretIssuer issuer, RegistrationConfig config) {
    this.products = products;
    this.devices = devices;
    this.issuer = issuer;
    this.config = config;
  }

  /// The signature comes before everything that tells something about the registry.
  Verdict decide(RegistrationRequest request, Instant now) {
    String productId = request.device().productId();
    Optional<ProductSecret> secret = products.secret(productId);
    Optional<Product> product = products.find(productId);
    if (secret.isEmpty() || product.isEmpty()) {
      return refused(RegistrationError.PRODUCT_UNKNOWN);
    }
    if (!request.verify(secret.get())) {
      return refused(RegistrationError.BAD_SIGNATURE);
    }
    if (product.get().registration() == Registration.DISABLED) {
      return refused(RegistrationError.NOT_ENABLED);
    }
    if (isStale(request, now)) {
      return refused(RegistrationError.BAD_PARAMETER);
    }
    return verdict(issue(request, product.get(), now), secret.get());
  }

  /// Whoever repeats a request, the device or somebody who overheard it, changes nothing.
  private Issuance issue(RegistrationRequest request, Product product, Instant now) {
    DeviceKey device = request.device();
    if (device.equals(answered.getIfPresent(request.signature()))) {
      return issuer.repeat(device);
    }
    Issuance issuance = create(device, product, now);
    if (issuance instanceof Issuance.Issued) {
      answered.put(request.signature(), device);
      devices.changed(device);
    }
    return issuance;
  }

  /// Of two requests for one new name, the slower finds the device of the faster.
  private Issuance create(DeviceKey device, Product product, Instant now) {
    try {
      return issuer.issue(device, product, now);
    } catch (Refused existsMeanwhile) {
      return issuer.issue(device, product, now);
    }
  }

  private boolean isStale(RegistrationRequest request, Instant now) {
    return config
        .clockTolerance()
        .filter(tolerance ->
            Math.abs(now.getEpochSecond() - request.timestampSeconds()) > tolerance.toSeconds())
        .isPresent();
  }

  private static Verdict verdict(Issuance issuance, ProductSecret product) {
    return switch (issuance) {
      case Issuance.Issued(var secret) -> new Granted(product, secret);
      case Issuance.NotPreCreated() -> refused(RegistrationError.DEVICE_NOT_PRE_CREATED);
      case Issuance.Activated() -> refused(RegistrationError.ALREADY_ACTIVATED);
      case Issuance.Disabled() -> refused(RegistrationError.NOT_ENABLED);
      case Issuance.TooManyDevices() -> refused(RegistrationError.AUTO_CREATE_LIMIT);
    };
  }

  private static Verdict refused(RegistrationError error) {
    return new Verdict.Refused(error);
  }
}
