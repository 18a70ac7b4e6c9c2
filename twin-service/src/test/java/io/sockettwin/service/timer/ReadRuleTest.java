package io.sockettwin.service.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.timer.SunEvent;
import io.sockettwin.timer.TimeRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRuleTest {
  @Test
  void weekdaysMayBeWrittenInAnyCase() throws JsonProcessingException {
    assertThat(read("{'kind':'weekly','days':['monday','FRIDAY'],'at':'07:00'}"))
        .isEqualTo(
            new ReadRule.Valid(
                new TimeRule.Weekly(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(7, 0))));
  }

  @Test
  void theSunComesEveryDayAndOnTimeUnlessSaidOtherwise() throws JsonProcessingException {
    assertThat(read("{'kind':'sun','event':'sunset'}"))
        .isEqualTo(
            new ReadRule.Valid(
                new TimeRule.Sun(SunEvent.SUNSET, Duration.ZERO, TimeRule.EVERY_DAY)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'kind':'once','at':'tomorrow'}          | rule.at",
        "{'kind':'daily'}                          | rule.at",
        "{'kind':'daily','at':'24:30'}             | rule.at",
        "{'kind':'weekly','at':'07:00','days':[]}  | rule.days",
        "{'kind':'weekly','at':'07:00','days':['noday']} | rule.days",
        "{'kind':'sun','event':'noon'}             | rule.event",
        "{'kind':'cron','cron':'61 * * * *'}       | rule.cron",
        "{'kind':'cron'}                           | rule.cron",
        "{'kind':'sun'}                            | rule.event",
        "{'kind':'sun','event':'sunrise','offsetMinutes':721} | rule.offsetMinutes",
        "{'kind':'daily','at':'07:00','cron':'0 7 * * *'}     | rule.cron",
      })
  void namesTheFieldAtFault(String rule, String field) throws JsonProcessingException {
    assertThat(read(rule))
        .isInstanceOfSatisfying(
            ReadRule.Invalid.class,
            it -> assertThat(it.flaws()).extracting(Flaw::field).containsExactly(field));
  }

  private static ReadRule read(String rule) throws JsonProcessingException {
    return ReadRule.of(new ObjectMapper().readValue(rule.replace('\'', '"'), RuleDraft.class));
  }
}
