package io.sockettwin.mqttbroker.standalone;

import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Login;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers admissions for a short while, so that a fleet which reconnects at once, or a device
/// that comes and goes, does not ask the service each time. Refusals are not remembered: a device
/// just registered may enter at once.
final class RememberingGate implements Gate {

  static final Duration MEMORY = Duration.ofSeconds(30);
  static final int MAX_REMEMBERED = 20_000;

  private final Gate gate;
  private final InstantSource clock;
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };

  RememberingGate(Gate gate, InstantSource clock) {
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Admission admit(Login login) throws Exception {
    String key = key(login);
    Instant now = clock.instant();
    synchronized (remembered) {
      Remembered earlier = remembered.get(key);
      if (earlier != null && now.isBefore(earlier.until())) {
        return earlier.admitted();
      }
    }
    Admission admission = gate.admit(login);
    synchronized (remembered) {
      remembered.remove(key);
      if (admission instanceof Admitted admitted) {
        remembered.put(key, new Remembered(login.clientId(), admitted, now.plus(MEMORY)));
      }
    }
    return admission;
  }

  @Override
  public void forget(String clientId) {
    synchronized (remembered) {
      remembered.values().removeIf(each -> each.clientId().equals(clientId));
    }
  }

  /// A digest, so that no password lies in memory.
  private static String key(Login login) {
    try {
      String all =
          String.join("\0", login.clientId(), "" + login.username(), "" + login.password());
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Remembered(String clientId, Admitted admitted, Instant until) {}
}
