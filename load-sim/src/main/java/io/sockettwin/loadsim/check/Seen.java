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
/// @param timer what it has made of the device's timer; null if it has none
public record Seen(
    boolean known,
    Map<String, JsonNode> reported,
    OptionalLong historyRows,
    OptionalLong overcurrents,
    @Nullable Alarms alarms,
    @Nullable Timer timer) {

  /// The alarms of one device.
  ///
  /// @param raised how many there are
  /// @param hits how many overloads they count; a second one in the same episode raises none
  /// @param pushed how many of them were told
  public record Alarms(long raised, long hits, long pushed) {}

  /// What came of the timer of one device.
  ///
  /// @param firings how often it was carried out, as the service's history tells
  /// @param reason why it was not; empty if it was, or if nobody says
  /// @param controls how many have come to the socket that nobody else had asked for
  /// @param fetched whether the device took on its values though no control came: it was away, and
  ///   asked for them when it was back
  /// @param earlyNanos how long before its moment the first control came; 0 if none did
  public record Timer(int firings, String reason, int controls, boolean fetched, long earlyNanos) {}

  public static final Seen NOTHING =
      new Seen(false, Map.of(), OptionalLong.empty(), OptionalLong.empty(), null, null);
}
