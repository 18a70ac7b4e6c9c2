package io.sockettwin.loadsim.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What the service shows of one device.
///
/// @param known whether it has a twin of it at all
/// @param reported the twin's values
/// @param historyRows how many reports it has kept; empty if it does not tell
/// @param overcurrents how many events of an overload it has kept; empty if it does not tell
/// @param alarms what it has made of the overloads; null if nobody asked it to
public record Seen(
    boolean known,
    Map<String, JsonNode> reported,
    OptionalLong historyRows,
    OptionalLong overcurrents,
    @Nullable Alarms alarms) {

  /// The alarms of one device.
  ///
  /// @param raised how many there are
  /// @param hits how many overloads they count; a second one in the same episode raises none
  /// @param pushed how many of them were told
  public record Alarms(long raised, long hits, long pushed) {}

  public static final Seen NOTHING =
      new Seen(false, Map.of(), OptionalLong.empty(), OptionalLong.empty(), null);
}
