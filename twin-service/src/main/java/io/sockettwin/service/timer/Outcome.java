package io.sockettwin.service.timer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.twin.TwinInput.ControlRequested;
import java.time.Instant;

/// What is decided about a firing whose moment has come.
sealed interface Outcome {
  record Fire(ControlRequested request, FiringState state) implements Outcome {}

  record Skip(String reason) implements Outcome {}

  /// The data template may be another than when the timer was set.
  static Outcome of(Firing firing, DataTemplate template, ObjectMapper json, Instant now) {
    if (firing.isTooLate(now)) {
      return new Skip("too late: it was carried out at " + now + " only");
    }
    return switch (template.checkControl(tree(firing, json))) {
      case Check.Refused(int _, String _, String reason) -> new Skip(reason);
      case Check.Accepted(var values) ->
          new Fire(
              new ControlRequested(firing.controlId(), values, now.plus(firing.patience())),
              firing.stateAt(now));
    };
  }

  private static JsonNode tree(Firing firing, ObjectMapper json) {
    try {
      return json.readTree(firing.wanted());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("firing of " + firing.timerId(), e);
    }
  }
}
