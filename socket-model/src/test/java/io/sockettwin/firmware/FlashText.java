package io.sockettwin.firmware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Flash operations in the words of the recordings.
final class FlashText {

  private FlashText() {}

  static String of(List<FlashOperation> operations) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    operations.forEach(
        operation -> list.add(put(JsonNodeFactory.instance.objectNode(), operation)));
    return list.toString();
  }

  static ObjectNode put(ObjectNode node, FlashOperation operation) {
    return switch (operation) {
      case FlashOperation.Program(int offset, int wattHours, FlashOperation.Status status) ->
          node.put("op", "program")
              .put("byte_offset", offset)
              .put("wh", wattHours)
              .put("status", word(status));
      case FlashOperation.Erase(int firstPage, int pages) ->
          node.put("op", "erase").put("first_page", firstPage).put("pages", pages);
    };
  }

  private static String word(FlashOperation.Status status) {
    return switch (status) {
      case OK -> "OK";
      case ALIGNMENT_ERROR -> "PGAERR";
      case OUT_OF_RANGE -> "OUT_OF_RANGE";
    };
  }
}
