package io.sockettwin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.8", "9", "11", "17", "21", "24"})
  void refusesJavaBefore25(String version) {
    assertThat(Launcher.isNewEnough(version)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"25", "26", "100"})
  void acceptsJava25AndNewer(String version) {
    assertThat(Launcher.isNewEnough(version)).isTrue();
  }

  @Test
  void saysWhichJavaIsMissingAndWhichWasFound() {
    assertThat(Launcher.sentence("17", "/opt/jdk-17"))
        .contains("needs Java 25 or newer")
        .contains("/opt/jdk-17 is Java 17")
        .doesNotContain("\n");
  }
}
