package io.sockettwin.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class HiddenTest {
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void hidesSecretsWhereverTheyAre() throws Exception {
    String message =
        """
        {"method":"app_bind_token","clientToken":"pairs","params":{"token":"s1"},
         "devices":[{"device_name":"a","signature":"s2","psk":"s3"}],
         "url":"https://example.org/fw.bin?sign=s4"}
        """;
    assertThat(Hidden.in(json.readTree(message)).toString())
        .doesNotContain("s1", "s2", "s3", "s4")
        .contains("pairs", "device_name", "https://example.org/fw.bin");
  }
}
