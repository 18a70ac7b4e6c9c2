package io.sockettwin.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "socket-####, 7, socket-0007",
    "##, 99, 99",
    "a#z, 5, a5z",
    "b-#########, 1, b-000000001"
  })
  void countsInItsDigits(String pattern, int number, String name) {
    assertThat(NamePattern.parse(pattern).orElseThrow().name(number)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "a#b#", "##########", "bad name-#", "", "x/#"})
  void isNoneWithoutOneRunOfDigitsInADevicesName(String pattern) {
    assertThat(NamePattern.parse(pattern)).isEmpty();
  }

  @Test
  void isNoneWhenTheNameWouldBeTooLong() {
    assertThat(NamePattern.parse("x".repeat(45) + "###")).isPresent();
    assertThat(NamePattern.parse("x".repeat(46) + "###")).isEmpty();
  }

  @Test
  void knowsTheLargestNumber() {
    assertThat(NamePattern.parse("a-###").orElseThrow().largest()).isEqualTo(999);
  }
}
