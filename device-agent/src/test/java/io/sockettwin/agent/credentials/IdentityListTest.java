package io.sockettwin.agent.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.agent.credentials.IdentityList.Choice;
import org.junit.jupiter.api.Test;

class IdentityListTest {

  private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

  @Test
  void readsTheLineOfTheProductionList() {
    assertThat(chosen("HRDG3CKWWZ socket001 " + SECRET + "\n", null))
        .isEqualTo("HRDG3CKWWZ/socket001");
  }

  @Test
  void isPatientWithLineEndsBlanksAndFurtherColumns() {
    assertThat(chosen("\uFEFF\r\n\r\n HRDG3CKWWZ  socket001\t" + SECRET + " more\r\n\r\n", null))
        .isEqualTo("HRDG3CKWWZ/socket001");
  }

  @Test
  void choosesByDeviceName() {
    String list = "HRDG3CKWWZ a " + SECRET + "\nHRDG3CKWWZ b " + SECRET;

    assertThat(chosen(list, "b")).isEqualTo("HRDG3CKWWZ/b");
    assertThat(problem(list, null)).contains("--device");
    assertThat(problem(list, "c")).contains("does not list the device c");
  }

  @Test
  void saysWhatIsWrongWithoutShowingTheSecret() {
    assertThat(problem("", null)).contains("no device");
    assertThat(problem("HRDG3CKWWZ socket001", null)).contains("line 1");
    assertThat(problem("short socket001 " + SECRET, null)).contains("product id");
    assertThat(problem("HRDG3CKWWZ so/cket " + SECRET, null)).contains("device name");
    assertThat(problem("HRDG3CKWWZ socket001 not*base64", null))
        .contains("secret")
        .doesNotContain("not*base64");
  }

  private static String chosen(String list, String device) {
    return ((Choice.Found) IdentityList.choose(list, device)).identity().device().toString();
  }

  private static String problem(String list, String device) {
    return ((Choice.Problem) IdentityList.choose(list, device)).sentence();
  }
}
