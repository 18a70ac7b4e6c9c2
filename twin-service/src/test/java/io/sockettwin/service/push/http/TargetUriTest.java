package io.sockettwin.service.push.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUriTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org/ | https",
        "file:///etc/passwd | https",
        "https:///path | no host",
        "https://user:secret@example.org/ | neither a user",
        "https://example.org/#part | fragment",
        "https://example.org:70000/ | port",
        "https://exa mple.org/ | not a URL",
        "https://2130706433/ | no host",
        "https://127.1/ | no host",
        "https://0x7f.0.0.0x1/ | no host",
        "example.org | https",
      })
  void saysWhatIsWrong(String text, String what) {
    assertThat(TargetUri.flaw(text).orElseThrow()).contains(what);
  }

  @Test
  void takesWhatIsRight() {
    assertThat(TargetUri.flaw("https://example.org:8443/hook?key=1")).isEmpty();
    assertThat(TargetUri.flaw("http://[fd00::1]/")).isEmpty();
    assertThat(TargetUri.flaw("http://192.168.1.7/hook")).isEmpty();
    assertThat(TargetUri.flaw("https://example.org/" + "x".repeat(2_000)).orElseThrow())
        .contains("longer");
  }
}
