package io.sockettwin.service.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateComparisonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int 0 10 | int 0 20 | false",
        "int 0 10 | int 0 9 | true",
        "int 0 10 | int 1 10 | true",
        "int 0 10 | float 0 10 | true",
        "float 0 1.5 | float -1 1.50 | false",
        "float 0 1.5 | float 0 1.4 | true",
        "string 0 64 | string 0 32 | true",
        "string 0 64 | string 0 65 | false"
      })
  void breaksWhereAValueFitsNoLonger(String before, String after, boolean breaking) {
    assertThat(TemplateComparison.between(property(before, "rw"), property(after, "rw")))
        .singleElement()
        .extracting(TemplateDifference::breaking)
        .isEqualTo(breaking);
  }

  @Test
  void breaksWhenAPropertyCanNoLongerBeSet() {
    assertThat(TemplateComparison.between(property("int 0 1", "rw"), property("int 0 1", "r")))
        .singleElement()
        .matches(TemplateDifference::breaking);
    assertThat(TemplateComparison.between(property("int 0 1", "r"), property("int 0 1", "rw")))
        .singleElement()
        .matches(it -> !it.breaking());
  }

  @Test
  void breaksWhenAnEventGetsAnotherParameter() {
    String one = "{\"id\":\"a\",\"name\":\"\",\"define\":{\"type\":\"timestamp\"}}";
    String two = one + "," + one.replace("\"a\"", "\"b\"");
    assertThat(TemplateComparison.between(event(one), event(two)))
        .singleElement()
        .matches(TemplateDifference::breaking);
  }

  @Test
  void findsNothingBetweenATemplateAndItself() {
    assertThat(TemplateComparison.between(property("int 0 1", "r"), property("int 0 1", "r")))
        .isEmpty();
  }

  private static DataTemplate property(String type, String mode) {
    String[] parts = type.split(" ", -1);
    return template(
        """
        {"properties":[{"id":"p","name":"P","desc":"","mode":"%s","define":
          {"type":"%s","min":"%s","max":"%s","start":"0","step":"1","unit":""}}],
         "events":[],"actions":[]}
        """
            .formatted(mode, parts[0], parts[1], parts[2]));
  }

  private static DataTemplate event(String params) {
    return template(
        """
        {"properties":[],"events":[{"id":"e","name":"E","desc":"","type":"info","params":[%s]}],
         "actions":[]}
        """
            .formatted(params));
  }

  private static DataTemplate template(String json) {
    return switch (DataTemplate.parse(json)) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }
}
