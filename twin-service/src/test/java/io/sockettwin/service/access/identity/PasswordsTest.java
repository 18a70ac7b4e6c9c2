package io.sockettwin.service.access.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "密码是一个很长的句子没有人猜", "Tr0ub4dor&3"})
  void lengthIsWhatCounts(String chosen) {
    assertThat(Passwords.flaw(chosen, "li.na")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "aaaaaaaaaaaa", "abababababab", "my name is Li.Na"})
  void whatIsGuessedFirstIsRefused(String chosen) {
    assertThat(Passwords.flaw(chosen, "li.na")).isPresent();
  }

  @Test
  void aPasswordOfNobodyFitsNever() {
    assertThat(new Passwords().fits("correct horse", null)).isFalse();
  }
}
