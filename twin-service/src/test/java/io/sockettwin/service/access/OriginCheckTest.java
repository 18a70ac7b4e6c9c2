package io.sockettwin.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginCheckTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          same-origin, -,                       twin.example,   false
          none,        -,                       twin.example,   false
          same-site,   -,                       twin.example,   true
          cross-site,  https://twin.example,    twin.example,   true
          -,           http://twin.example,     twin.example,   false
          -,           https://TWIN.example,    twin.example,   false
          -,           http://twin.example:80,  twin.example,   true
          -,           http://10.0.0.2:8080,    10.0.0.2:8080,  false
          -,           http://10.0.0.3:8080,    10.0.0.2:8080,  true
          -,           null,                    twin.example,   true
          -,           'http://[',              twin.example,   true
          -,           http://twin.example,     -,              true
          -,           -,                       twin.example,   false
          """)
  void foreignIsWhateverABrowserCallsSo(String site, String origin, String host, boolean foreign) {
    assertThat(OriginCheck.isForeign(site, origin, host)).isEqualTo(foreign);
  }
}
