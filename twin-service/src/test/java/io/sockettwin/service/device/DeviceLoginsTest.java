package io.sockettwin.service.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.device.DeviceLogin.Admitted;
import io.sockettwin.service.device.DeviceLogin.Refused;
import io.sockettwin.service.product.SocketProduct;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class DeviceLoginsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final DeviceSecret OTHER_SECRET = DeviceSecret.of(new byte[16]);

  @Inject Devices devices;
  @Inject DeviceLogins logins;

  @Test
  void admitsADeviceWithItsSecretAndNotesItsFirstLogin() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "first-login");
    Credentials login = login(key, create(key));
    assertThat(admit(login)).isEqualTo(new Admitted(key));
    assertThat(
            logins.admit(login.clientId(), login.userName(), login.password(), NOW.plusSeconds(9)))
        .isEqualTo(new Admitted(key));
    assertThat(devices.get(key.productId(), key.deviceName()).activatedAt()).isEqualTo(NOW);
  }

  @Test
  void refusesAWrongSecretWithCode4() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "wrong-secret");
    create(key);
    assertThat(code(login(key, OTHER_SECRET))).isEqualTo(4);
  }

  @Test
  void refusesAnUnknownDeviceWithCode5UntilItIsCreated() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "late");
    assertThat(code(login(key, OTHER_SECRET))).isEqualTo(5);
    DeviceSecret secret = create(key);
    devices.changed(key);
    assertThat(admit(login(key, secret))).isEqualTo(new Admitted(key));
  }

  @Test
  void refusesADisabledDeviceWithCode5AtOnce() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "disabled");
    Credentials login = login(key, create(key));
    assertThat(admit(login)).isEqualTo(new Admitted(key));
    var disabled = JsonNodeFactory.instance.objectNode().put("enabled", false);
    devices.change(key.productId(), key.deviceName(), disabled, null);
    devices.changed(key);
    assertThat(code(login)).isEqualTo(5);
    assertThat(logins.secret(key)).isEmpty();
  }

  @Test
  void refusesAClientIdThatIsNotTheUsersWithCode2() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "mismatch");
    Credentials login = login(key, create(key));
    assertThat(code(new Credentials(key.clientId() + "2", login.userName(), login.password())))
        .isEqualTo(2);
    assertThat(code(new Credentials("x", login.userName(), login.password()))).isEqualTo(2);
  }

  @Test
  void refusesAnExpiredTokenWithCode5() {
    DeviceKey key = new DeviceKey(SocketProduct.ID, "expired");
    long expiry = NOW.getEpochSecond() - 3_600;
    assertThat(code(Credentials.sign(key, create(key), Hmac.SHA1, "abcde", expiry))).isEqualTo(5);
  }

  @Test
  void refusesALoginWithoutCredentialsWithCode4() {
    assertThat(logins.admit("HRDG3CKWWZa", null, null, NOW))
        .isEqualTo(new Refused(4, "user name or password missing"));
  }

  private DeviceSecret create(DeviceKey key) {
    DeviceDraft draft = DeviceDraft.named(key.productId(), key.deviceName());
    return DeviceSecret.parse(devices.create(draft, NOW).view().secret()).orElseThrow();
  }

  private static Credentials login(DeviceKey key, DeviceSecret secret) {
    return Credentials.sign(key, secret, Hmac.SHA1, "abcde", Credentials.NEVER);
  }

  private DeviceLogin admit(Credentials login) {
    return logins.admit(login.clientId(), login.userName(), login.password(), NOW);
  }

  private int code(Credentials login) {
    return switch (admit(login)) {
      case Admitted admitted -> 0;
      case Refused(int code, String reason) -> code;
    };
  }
}
