package io.sockettwin.loadsim.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalLong;

/// What the service shows of one device.
///
/// @param known whether it has a twin of it at all
/// @param reported the twin's values
/// @param historyRows how many reports it has kept; empty if it does not tell
/// @param overcurrents how many events of an overload it has kept; empty if it does not tell
/// @param alarms how many alarms of an overload it has raised; empty if it does not tell
public record Seen(
    boolean known,
    Map<String, JsonNode> reported,
    OptionalLong historyRows,
    OptionalLong overcurrents,
    OptionalLong alarms) {

  public static final Seen NOTHING =
      new Seen(false, Map.of(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
