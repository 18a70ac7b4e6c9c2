package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recording of the original's energy log.
class RecordedEnergyLogTest {

  @TestFactory
  Stream<DynamicTest> savesAndFindsAsTheOriginalDid() {
    return Vectors.tests("flash_wh_log.jsonl", RecordedEnergyLogTest::check);
  }

  private static void check(JsonNode vector) {
    assertThat(vector.at("/geometry/slots").asInt()).isEqualTo(EnergyLog.SLOTS);
    assertThat(vector.at("/geometry/slot_bytes").asInt()).isEqualTo(EnergyLog.SLOT_BYTES);
    assertThat(vector.at("/geometry/pages").asInt()).isEqualTo(EnergyLog.PAGES);
    assertThat(vector.at("/geometry/first_page").asInt()).isEqualTo(EnergyLog.FIRST_PAGE);
    assertThat(vector.at("/geometry/page_bytes").asInt())
        .isEqualTo(EnergyLog.SLOTS * EnergyLog.SLOT_BYTES / EnergyLog.PAGES);
    EnergyLog log = preloaded(vector);
    JsonNode expected = vector.get("expect");
    Vectors.hasOnly(
        expected, "initial", "saves", "bus_fault", "final_slots", "final_slots_summary");
    JsonNode fault = expected.get("bus_fault");
    boolean running = found(log, expected.get("initial"), "at first", fault);
    int saves = 0;
    for (JsonNode save : expected.get("saves")) {
      assertThat(running).as("a save after the bus fault").isTrue();
      String when = "after save " + saves++;
      EnergyLog.Saved saved = log.save(log.search(), save.get("save_wh").asInt());
      assertThat(FlashText.of(saved.operations()))
          .as(when)
          .isEqualTo(save.get("flash_ops").toString());
      log = saved.log();
      running = found(log, save, when, fault);
    }
    assertThat(running).as("runs to the end").isEqualTo(fault == null);
    if (running) {
      checkSlots(log, expected);
    } else {
      assertThat(expected.get("final_slots")).as("nobody looked after the fault").isEmpty();
    }
  }

  static EnergyLog preloaded(JsonNode vector) {
    EnergyLog log =
        EnergyLog.erased(
            stride(vector),
            switch (vector.get("word_after_region").asText()) {
              case "erased_ff" -> EnergyLog.Behind.ERASED;
              case "zero" -> EnergyLog.Behind.ZERO;
              case "bus_fault" -> EnergyLog.Behind.BUS_FAULT;
              default -> throw new IllegalArgumentException(vector.toString());
            });
    for (JsonNode slot : vector.get("preloaded_slots")) {
      if (slot.has("slot")) {
        log = log.with(slot.get("slot").asInt(), content(slot));
      } else {
        long value = slot.get("first_value").asLong();
        for (int i = slot.get("from_slot").asInt(); i <= slot.get("to_slot").asInt(); i++) {
          log = log.with(i, value & 0xFFFF_FFFFL);
          value += slot.get("value_step_per_slot").asLong();
        }
      }
    }
    return log;
  }

  static EnergyLog.Stride stride(JsonNode vector) {
    return switch (vector.get("firmware_variant").asText()) {
      case "as_shipped" -> EnergyLog.Stride.HALF_A_SLOT;
      case "stride_8_bytes" -> EnergyLog.Stride.A_SLOT;
      default -> throw new IllegalArgumentException("unknown " + vector.get("firmware_variant"));
    };
  }

  static long content(JsonNode slot) {
    return Long.parseUnsignedLong(slot.get("raw_hex").asText(), 16);
  }

  /// Checks what is found; false when the search ends in the bus fault the recording tells of.
  private static boolean found(EnergyLog log, JsonNode expected, String when, JsonNode fault) {
    Vectors.hasOnly(expected, "save_wh", "flash_ops", "search_byte_offset", "read_wh");
    Found found = log.search();
    if (!expected.has("search_byte_offset")) {
      assertThat(fault).as("a bus fault " + when).isNotNull();
      assertThat(found).as(when).isEqualTo(new Found.BusFault());
      assertThat(fault.get("during").asText()).isEqualTo("search");
      assertThat(fault.get("address_hex").asText()).isEqualTo("0x08020000");
      return false;
    }
    JsonNode offset = expected.get("search_byte_offset");
    assertThat(found instanceof Found.Slot slot ? (Integer) slot.byteOffset() : null)
        .as("search " + when)
        .isEqualTo(offset.isNull() ? null : (Integer) offset.asInt());
    assertThat((long) log.wattHours(found))
        .as("read " + when)
        .isEqualTo(expected.get("read_wh").asLong());
    return true;
  }

  private static void checkSlots(EnergyLog log, JsonNode expected) {
    List<String> slots = slots(log);
    JsonNode all = expected.get("final_slots");
    if (all != null) {
      assertThat(slots).containsExactlyElementsOf(slots(all));
      return;
    }
    JsonNode summary = expected.get("final_slots_summary");
    assertThat(slots).hasSize(summary.get("count").asInt());
    assertThat(slots).startsWith(slots(summary.get("first")).toArray(String[]::new));
    assertThat(slots).endsWith(slots(summary.get("last")).toArray(String[]::new));
    assertThat(sha256(String.join("\n", slots) + "\n"))
        .isEqualTo(summary.get("sha256_of_lines_slot_colon_rawhex_lf").asText());
  }

  static List<String> slots(EnergyLog log) {
    List<String> lines = new ArrayList<>();
    for (int slot = 0; slot < EnergyLog.SLOTS; slot++) {
      if (!log.isErased(slot)) {
        lines.add(String.format(Locale.ROOT, "%d:%016X", slot, log.content(slot)));
      }
    }
    return lines;
  }

  static List<String> slots(JsonNode expected) {
    List<String> lines = new ArrayList<>();
    expected.forEach(
        slot -> lines.add(slot.get("slot").asInt() + ":" + slot.get("raw_hex").asText()));
    return lines;
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
