package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final DeviceSecret A =
      DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();
  private static final Instant NOW = Instant.ofEpochSecond(1_600_000_000);
  private static final String USER = "HRDG3CKWWZsocket001;21010406;abcde;2147483647";
  private static final String PASSWORD = "80111aef9e8377a2aacf1e497d7fda57f8056c49;hmacsha1";

  /// The protocol's vectors (section 2.5).
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          AAECAwQFBgcICQoLDA0ODw==, HRDG3CKWWZsocket001;21010406;abcde;2147483647, 80111aef9e8377a2aacf1e497d7fda57f8056c49;hmacsha1
          AAECAwQFBgcICQoLDA0ODw==, HRDG3CKWWZsocket001;12010126;abcde;2147483647, 71148b8d8e78ecee963f40044fc010498c919856db4d39b06b1019bdc586ae65;hmacsha256
          c29ja2V0LXBzay0wMDA3IQ==, HRDG3CKWWZlamp-07_b;21010406;Zz9Yx;1795378314641, 79d167b25e20425a0f1a674e4d56717f82c79e36;hmacsha1
          c29ja2V0LXBzay0wMDA3IQ==, HRDG3CKWWZlamp-07_b;12010126;Zz9Yx;1600000600, d6f44ab36c78a966da49e28a422407d486992d7a9929f98d7ee9927bfba96761;hmacsha256
          AAECAwQFBgcICQoLDA0ODw==, HRDG3CKWWZsocket001;21010406;2wX82;92233720368547758, cec38d46193e7a31ca955dbfc03f4e87502bd8dc;hmacsha1
          AAECAwQFBgcICQoLDA0ODw==, HRDG3CKWWZsocket001;12010126;4Dr40;2147483647, 320b254665a28eda00a7219289f3706dfe4b9d9cd92d574de37e740d01b1b7c6;hmacsha256
          """)
  void acceptsTheVectors(String secret, String userName, String password) {
    String clientId = userName.substring(0, userName.indexOf(';'));
    DeviceSecret key = DeviceSecret.parse(secret).orElseThrow();
    assertThat(new Credentials(clientId, userName, password).verify(key, NOW))
        .isEqualTo(LoginVerdict.ACCEPTED);
    String upper = password.substring(0, password.indexOf(';')).toUpperCase(Locale.ROOT);
    String method = password.substring(password.indexOf(';'));
    assertThat(new Credentials(clientId, userName, upper + method).verify(key, NOW))
        .isEqualTo(LoginVerdict.ACCEPTED);
    assertThat(
            new Credentials(clientId, userName, "0" + password.substring(1)).verify(key, NOW)
                == LoginVerdict.ACCEPTED)
        .isEqualTo(password.startsWith("0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "hmacsha1",
        "80111aef9e8377a2aacf1e497d7fda57f8056c49",
        "80111aef9e8377a2aacf1e497d7fda57f8056c49;",
        "80111aef9e8377a2aacf1e497d7fda57f8056c49;hmacsha256",
        "80111aef9e8377a2aacf1e497d7fda57f8056c49;md5",
        ";hmacsha1"
      })
  void refusesOtherPasswords(String password) {
    assertThat(new Credentials("HRDG3CKWWZsocket001", USER, password).verify(A, NOW))
        .isEqualTo(LoginVerdict.WRONG_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";;;",
        "HRDG3CKWWZsocket001",
        "HRDG3CKWWZsocket001;1;x",
        "HRDG3CKWWZsocket001;;x;1",
        "HRDG3CKWWZsocket001;1;x;",
        "HRDG3CKWWZsocket001;1;x;-1",
        "HRDG3CKWWZsocket001;1;x;99999999999999999999",
        "short;1;x;2147483647"
      })
  void refusesMalformedUserNames(String userName) {
    LoginVerdict verdict =
        new Credentials("HRDG3CKWWZsocket001", userName, PASSWORD).verify(A, NOW);
    assertThat(verdict).isEqualTo(LoginVerdict.MALFORMED_USER_NAME);
    assertThat(verdict.connackCode()).isEqualTo(4);
  }

  @Test
  void refusesAUserNameOfAnotherDevice() {
    LoginVerdict verdict = new Credentials("HRDG3CKWWZsocket002", USER, PASSWORD).verify(A, NOW);
    assertThat(verdict).isEqualTo(LoginVerdict.CLIENT_ID_MISMATCH);
    assertThat(verdict.connackCode()).isEqualTo(2);
    assertThat(UserName.parse("x".repeat(UserName.MAX_LENGTH) + ";1;x;1")).isEmpty();
  }

  @Test
  void expiresATokenOnlyWhenClearlyInThePast() {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "socket001");
    long expiry = NOW.getEpochSecond();
    Credentials login = Credentials.sign(device, A, Hmac.SHA256, "abcde", expiry);
    assertThat(login.verify(A, NOW.plusSeconds(600))).isEqualTo(LoginVerdict.ACCEPTED);
    assertThat(login.verify(A, NOW.plusSeconds(601))).isEqualTo(LoginVerdict.EXPIRED);
    assertThat(login.verifyWithoutPassword(NOW.plusSeconds(601))).isEqualTo(LoginVerdict.EXPIRED);
    assertThat(login.clientId()).isEqualTo("HRDG3CKWWZsocket001");
  }

  @Test
  void signsWhatItAccepts() {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "socket001");
    for (Hmac method : Hmac.values()) {
      Credentials login = Credentials.sign(device, A, method, "abcde", Credentials.NEVER);
      assertThat(login.verify(A, NOW)).isEqualTo(LoginVerdict.ACCEPTED);
      assertThat(login.verify(DeviceSecret.of(new byte[16]), NOW))
          .isEqualTo(LoginVerdict.WRONG_PASSWORD);
      assertThat(login.toString()).doesNotContain(login.password());
    }
  }

  @Test
  void keepsSecretsOutOfTexts() {
    assertThat(A).hasToString("DeviceSecret[hidden]");
    assertThat(A).isEqualTo(DeviceSecret.of(A.key())).hasSameHashCodeAs(DeviceSecret.of(A.key()));
    assertThat(A).isNotEqualTo("AAECAwQFBgcICQoLDA0ODw==");
    assertThat(A.base64()).isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
    for (String text : new String[] {"", "====", "not base64!", "A".repeat(68)}) {
      assertThat(DeviceSecret.parse(text)).as(text).isEmpty();
    }
    assertThatThrownBy(() -> DeviceSecret.of(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DeviceSecret.of(new byte[49]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bindsASubDeviceByItsUndecodedSecret() {
    DeviceKey device = new DeviceKey("HRDG3CKWWZ", "socket001");
    BindingProof proof = BindingProof.sign(device, A, 1_234_567, 1_600_000_000);
    // Computed with OpenSSL: HMAC-SHA1 keyed with the Base64 text, then Base64.
    assertThat(proof.signature()).isEqualTo("GHiw3gERfkvOqt7jw8JShemPvBg=");
    assertThat(proof.verify(device, A)).isTrue();
    assertThat(proof.verify(new DeviceKey("HRDG3CKWWZ", "socket002"), A)).isFalse();
    assertThat(proof.toString()).doesNotContain(proof.signature());
  }
}
