package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.fleet.Fleet;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Identities of one run. All secrets follow from one key that is drawn anew and never leaves the
/// process, so that thousands of them take no room.
final class DrawnIdentities implements Identities {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final List<DeviceKey> devices;
  private final SecretKeySpec key;

  DrawnIdentities(String productId, String runId, int count) {
    byte[] drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    this.devices = Fleet.devices(productId, runId, count);
    this.key = new SecretKeySpec(drawn, ALGORITHM);
  }

  @Override
  public List<DeviceKey> devices() {
    return devices;
  }

  @Override
  public DeviceSecret secret(int number) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest =
          mac.doFinal(devices.get(number).deviceName().getBytes(StandardCharsets.UTF_8));
      return DeviceSecret.of(Arrays.copyOf(digest, DeviceSecret.LENGTH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
