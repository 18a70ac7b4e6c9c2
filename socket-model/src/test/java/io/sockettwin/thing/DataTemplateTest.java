package io.sockettwin.thing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class DataTemplateTest {
  @Test
  void readsTheSocketTemplateInItsOrder() {
    DataTemplate template = Templates.socket();
    assertThat(template.properties().keySet())
        .containsExactly(
            "power_switch",
            "current",
            "voltage",
            "power_factor",
            "active_power",
            "apparent_power",
            "total_kwh",
            "count_down");
    assertThat(template.profile()).isEqualTo(new DataTemplate.Profile("HRDG3CKWWZ", "142"));
    assertThat(template.properties().get("power_factor").type())
        .isEqualTo(
            new PropertyType.FloatType(
                BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("0.01"), "", ""));
    assertThat(template.properties().get("power_switch"))
        .extracting(Property::mode, Property::required)
        .containsExactly(Mode.RW, true);
    assertThat(template.events().get("low_voltage").kind()).isEqualTo(EventKind.ALERT);
    assertThat(template.events().get("status_report").params().keySet())
        .containsExactly("status", "message");
    assertThat(template.actions()).isEmpty();
  }

  @Test
  void writesWhatItReadsBackAsTheSame() {
    for (DataTemplate template : new DataTemplate[] {Templates.socket(), Templates.everyType()}) {
      String json = template.toJson().toString();
      assertThat(Templates.valid(DataTemplate.parse(json))).isEqualTo(template);
      assertThat(Templates.valid(DataTemplate.parse(json)).toJson()).hasToString(json);
    }
    assertThat(Templates.everyType().toJson().at("/properties/2/define/min").textValue())
        .isEqualTo("-1.50");
    assertThat(Templates.everyType().toJson().at("/properties/1/define/max").textValue())
        .isEqualTo("9007199254740993");
  }

  @Test
  void readsADefinitionThatIsAString() {
    String wrapped =
        """
        {"properties":[{"id":"a","mode":"rw",
         "define":"{\\"type\\":\\"int\\",\\"min\\":0,\\"max\\":\\"9\\",\\"start\\":\\"\\"}"}]}\
        """;
    DataTemplate template = Templates.valid(DataTemplate.parse(wrapped));
    assertThat(template.version()).isEqualTo("1.0");
    assertThat(template.profile()).isNull();
    assertThat(template.properties().get("a").type())
        .isEqualTo(new PropertyType.IntType(0, 9, 0, 1, "", ""));
  }

  @Test
  void readsTheChineseEncodingAndAByteOrderMark() {
    String json =
        """
        {"properties":[{"id":"s","name":"电源开关","mode":"rw",
         "define":{"type":"bool","mapping":{"0":"关","1":"开"}}}],
         "events":[{"id":"e","type":"fatal"}]}\
        """;
    DataTemplate chinese =
        Templates.valid(DataTemplate.parse(json.getBytes(Charset.forName("GB18030"))));
    assertThat(chinese.properties().get("s").name()).isEqualTo("电源开关");
    assertThat(chinese.events().get("e").kind()).isEqualTo(EventKind.FAULT);
    assertThat(Templates.valid(DataTemplate.parse("\uFEFF" + json))).isEqualTo(chinese);
  }

  @Test
  void holdsNoTypeThatContradictsItself() {
    assertThatThrownBy(() -> new PropertyType.IntType(2, 1, 0, 1, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new PropertyType.FloatType(
                BigDecimal.TWO, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Value.Decimal(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cannotBeChangedThroughTheMapItWasMadeOf() {
    var properties = new LinkedHashMap<>(Templates.socket().properties());
    DataTemplate template =
        new DataTemplate(
            "1.0", null, properties, Templates.socket().events(), Templates.socket().actions());
    properties.clear();
    assertThat(template.properties()).hasSize(8);
  }
}
