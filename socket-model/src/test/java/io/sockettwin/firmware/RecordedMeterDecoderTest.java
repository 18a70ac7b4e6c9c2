package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.meter.Frame;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.vectors.Vectors;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's meter, to the last bit.
class RecordedMeterDecoderTest {

  private MeterDecoder meter = MeterDecoder.poweredUp(0);

  @TestFactory
  Stream<DynamicTest> decodesAsTheOriginalDid() {
    return Vectors.tests("hlw8032.jsonl", vector -> new RecordedMeterDecoderTest().run(vector));
  }

  private void run(JsonNode vector) {
    meter = MeterDecoder.poweredUp((int) vector.get("initial_total_wh").asLong());
    switch (vector.get("kind").asText()) {
      case "hlw8032_single_frame" -> {
        feed(FrameReader.gapsOnly(), vector.get("frame_hex").asText(), 1);
        checkRegisters(vector);
        check("at the end", vector.get("expect"));
      }
      case "hlw8032_sequence" -> sequence(vector);
      case "hlw8032_byte_stream" -> byteStream(vector);
      default -> throw new IllegalArgumentException("unknown kind " + vector.get("kind"));
    }
  }

  private void sequence(JsonNode vector) {
    FrameReader reader = FrameReader.gapsOnly();
    long millis = vector.get("first_frame_t_ms").asLong();
    int delivered = 0;
    int checked = 0;
    JsonNode checkpoints = vector.get("expect_checkpoints");
    for (JsonNode element : vector.get("frames")) {
      String hex = element.isTextual() ? element.asText() : element.get("frame_hex").asText();
      int repeat = element.isTextual() ? 1 : element.get("repeat").asInt();
      for (int i = 0; i < repeat; i++) {
        feed(reader, hex, millis);
        millis += vector.get("frame_period_ms").asLong();
        delivered++;
        while (checked < checkpoints.size()
            && checkpoints.get(checked).get("after_frame_count").asInt() == delivered) {
          assertThat(millis - vector.get("frame_period_ms").asLong())
              .isEqualTo(checkpoints.get(checked).get("t_ms").asLong());
          check("after frame " + delivered, checkpoints.get(checked++));
        }
      }
    }
    assertThat(checked).as("checkpoints reached").isEqualTo(checkpoints.size());
  }

  private void byteStream(JsonNode vector) {
    FrameReader reader = FrameReader.gapsOnly();
    long wraps = 0;
    long before = 0;
    int chunk = 0;
    for (JsonNode element : vector.get("chunks")) {
      long tick = element.get("t_ms").asLong();
      wraps += tick < before ? 1 : 0;
      before = tick;
      feed(reader, element.get("bytes_hex").asText(), (wraps << 32) + tick);
      check("after chunk " + chunk, vector.get("expect_after_chunk").get(chunk));
      chunk++;
    }
    assertThat(chunk).as("chunks").isEqualTo(vector.get("expect_after_chunk").size());
  }

  private void feed(FrameReader reader, String hex, long millis) {
    for (byte next : HexFormat.of().parseHex(hex)) {
      reader.accept(next, millis).ifPresent(this::take);
    }
  }

  private void take(Frame frame) {
    meter = meter.after(frame);
  }

  /// What the recording calls the registers is what a frame's registers are here.
  private static void checkRegisters(JsonNode vector) {
    JsonNode registers = vector.get("registers");
    byte[] bytes = HexFormat.of().parseHex(vector.get("frame_hex").asText());
    int checksum = Integer.parseInt(registers.get("checksum").asText(), 16);
    assertThat(bytes[Frame.LENGTH - 1] & 0xFF).isEqualTo(checksum);
    Frame.parse(bytes)
        .ifPresent(frame -> {
          ObjectNode actual = JsonNodeFactory.instance.objectNode();
          actual.put("state", hex(frame.state())).put("check", hex(frame.check()));
          actual.put("voltage_param", frame.voltageParameter());
          actual.put("voltage_reg", frame.voltageRegister());
          actual.put("current_param", frame.currentParameter());
          actual.put("current_reg", frame.currentRegister());
          actual.put("power_param", frame.powerParameter());
          actual.put("power_reg", frame.powerRegister());
          actual.put("data_update", hex(frame.dataUpdate()));
          actual.put("pf_reg", frame.pulseCounter()).put("checksum", hex(checksum));
          assertThat(actual.toString()).isEqualTo(registers.toString());
        });
  }

  private static String hex(int value) {
    return HexFormat.of().withUpperCase().toHexDigits((byte) value);
  }

  private void check(String when, JsonNode expected) {
    FloatReading reading = meter.reading();
    ObjectNode decimals = JsonNodeFactory.instance.objectNode();
    Floats.put(decimals, "", reading);
    for (Map.Entry<String, JsonNode> decimal : decimals.properties()) {
      assertThat(expected.get(decimal.getKey()).toString())
          .as("%s %s", decimal.getKey(), when)
          .isEqualTo(decimal.getValue().toString());
    }
    Vectors.hasOnly(
        expected,
        "t_ms",
        "after_frame_count",
        "current_a",
        "voltage_v",
        "power_factor",
        "active_power_w",
        "apparent_power_va",
        "f32_bits",
        "total_wh",
        "pulse_accumulator",
        "pulses_per_wh",
        "pulses_per_kwh",
        "last_pf_register");
    JsonNode bits = expected.get("f32_bits");
    bits(when, "current", reading.currentAmperes(), bits);
    bits(when, "voltage", reading.voltageVolts(), bits);
    bits(when, "power_factor", reading.powerFactor(), bits);
    bits(when, "active_power", reading.activePowerWatts(), bits);
    bits(when, "apparent_power", reading.apparentPowerVoltAmperes(), bits);
    number(when, "total_wh", Integer.toUnsignedLong(meter.totalWattHours()), expected);
    number(when, "pulse_accumulator", meter.accumulator(), expected);
    number(when, "pulses_per_wh", meter.pulsesPerWattHour(), expected);
    number(when, "pulses_per_kwh", meter.pulsesPerKilowattHour(), expected);
    number(when, "last_pf_register", meter.baseline(), expected);
  }

  private static void number(String when, String name, long actual, JsonNode expected) {
    assertThat(actual).as("%s %s", name, when).isEqualTo(expected.get(name).asLong());
  }

  private static void bits(String when, String name, float actual, JsonNode expected) {
    float wanted = Float.intBitsToFloat(Integer.parseUnsignedInt(expected.get(name).asText(), 16));
    // Float.compare tells the two zeros apart and takes any "not a number" for any other.
    assertThat(Float.compare(actual, wanted))
        .as("%s %s: %s instead of %s", name, when, actual, wanted)
        .isZero();
  }
}
