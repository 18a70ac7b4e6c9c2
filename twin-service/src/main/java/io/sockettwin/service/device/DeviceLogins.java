package io.sockettwin.service.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sockettwin.service.device.DeviceLogin.Admitted;
import io.sockettwin.service.device.DeviceLogin.Refused;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.LoginVerdict;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Admits devices that prove their secret, and refuses all others. May block on the database.
@Singleton
public class DeviceLogins {
  private static final Logger LOG = Logger.getLogger(DeviceLogins.class);

  /// CONNACK codes that no verdict on the credentials stands for (protocol section 2.6).
  private static final int CLIENT_ID_MALFORMED = 2;

  private static final int UNAVAILABLE = 3;
  private static final int NO_CREDENTIALS = 4;

  /// About 300 bytes each. A storm of reconnects is answered from memory.
  static final int MAX_CACHED = 50_000;

  /// Names that are made up must not displace devices that exist.
  static final int MAX_CACHED_UNKNOWN = 5_000;

  /// How long another replica may admit a device that was disabled here.
  private static final Duration CACHED_FOR = Duration.ofSeconds(30);

  private final Devices devices;
  private final Cache<DeviceKey, KnownDevice> known = cache(MAX_CACHED);
  private final Cache<DeviceKey, Boolean> unknown = cache(MAX_CACHED_UNKNOWN);

  DeviceLogins(Devices devices) {
    this.devices = devices;
    devices.whenChanged(this::forget);
  }

  /// Decides about a CONNECT with a password.
  public DeviceLogin admit(
      String clientId, @Nullable String userName, @Nullable String password, Instant now) {
    if (userName == null || password == null) {
      return new Refused(NO_CREDENTIALS, "user name or password missing");
    }
    Optional<DeviceKey> claimed = DeviceKey.parse(clientId);
    if (claimed.isEmpty()) {
      return new Refused(CLIENT_ID_MALFORMED, "client id malformed");
    }
    Credentials credentials = new Credentials(clientId, userName, password);
    LoginVerdict verdict = credentials.verifyWithoutPassword(now);
    if (verdict != LoginVerdict.ACCEPTED) {
      return KnownDevice.refused(verdict);
    }
    try {
      return find(claimed.get())
          .map(device -> noted(device, device.decide(credentials, now), now))
          .orElse(new Refused(KnownDevice.UNKNOWN_OR_DISABLED, "device unknown"));
    } catch (PersistenceException e) {
      LOG.warnf("%s: login refused, the database does not answer: %s", clientId, e.getMessage());
      return new Refused(UNAVAILABLE, "database unavailable");
    }
  }

  /// The key for a TLS-PSK identity, if such a device exists and is enabled.
  public Optional<DeviceSecret> secret(DeviceKey device) {
    return find(device).filter(KnownDevice::enabled).map(KnownDevice::secret);
  }

  private DeviceLogin noted(KnownDevice device, DeviceLogin login, Instant now) {
    if (login instanceof Admitted && !device.activated()) {
      devices.activate(device.key(), now);
      known.invalidate(device.key());
    }
    return login;
  }

  private Optional<KnownDevice> find(DeviceKey device) {
    KnownDevice cached = known.getIfPresent(device);
    if (cached != null) {
      return Optional.of(cached);
    }
    if (unknown.getIfPresent(device) != null) {
      return Optional.empty();
    }
    Optional<KnownDevice> found = devices.find(device);
    found.ifPresentOrElse(d -> known.put(device, d), () -> unknown.put(device, true));
    return found;
  }

  private void forget(DeviceKey device) {
    known.invalidate(device);
    unknown.invalidate(device);
  }

  private static <T> Cache<DeviceKey, T> cache(int size) {
    return Caffeine.newBuilder().maximumSize(size).expireAfterWrite(CACHED_FOR).build();
  }
}
