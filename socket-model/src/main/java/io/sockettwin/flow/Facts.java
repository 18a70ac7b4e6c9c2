package io.sockettwin.flow;

import io.sockettwin.thing.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a device, the same for all its flows.
///
/// @param values the newest of each property by the device's time, not by the order of arrival
/// @param heardAt when a report or event came last, in the device's time
/// @param event the one that is being judged
/// @param earlier the values before this report, while one is being judged
public record Facts(
    DeviceClock clock,
    Map<String, Known> values,
    boolean online,
    Instant heardAt,
    FlowInput.@Nullable Happened event,
    @Nullable Map<String, Known> earlier) {

  public static final Facts NONE =
      new Facts(DeviceClock.UNKNOWN, Map.of(), false, Instant.EPOCH, null, null);

  /// A value and when it was true.
  public record Known(Value value, Instant at) {}

  /// What a service that begins anew knows from what it stored.
  ///
  /// @param since when the device came or went
  public static Facts of(Map<String, Known> values, boolean online, Instant since, Duration lag) {
    Instant newest = since.minus(lag);
    for (Known known : values.values()) {
      newest = known.at().isAfter(newest) ? known.at() : newest;
    }
    return new Facts(
        new DeviceClock(newest, lag, null), Map.copyOf(values), online, newest, null, null);
  }

  /// What is known after an input.
  ///
  /// @param now the moment of receipt
  public Facts after(FlowInput input, Instant now) {
    return switch (input) {
      case FlowInput.Reported report -> reported(report, now);
      case FlowInput.Happened happened -> {
        DeviceClock next = clock.hearEvent(happened.at(), now);
        yield new Facts(next, values, online, heard(next, happened.at(), now), happened, null);
      }
      case FlowInput.CameOnline() -> {
        DeviceClock next = clock.notice(now);
        yield new Facts(next, values, true, next.time(), null, null);
      }
      case FlowInput.WentOffline() ->
          new Facts(clock.notice(now), values, false, heardAt, null, null);
      case FlowInput.WakeUp() -> still();
    };
  }

  /// Without what belongs to one moment only.
  Facts still() {
    return event == null && earlier == null
        ? this
        : new Facts(clock, values, online, heardAt, null, null);
  }

  public @Nullable Value property(String id) {
    Known known = values.get(id);
    return known == null ? null : known.value();
  }

  @Nullable Value value(Field field) {
    return switch (field) {
      case Field.Property(String id) -> property(id);
      case Field.Param(String id) -> event == null ? null : event.params().get(id);
    };
  }

  /// Whether this report brought another value than the one before.
  boolean changed(String property) {
    Known before = earlier == null ? null : earlier.get(property);
    return before != null && !before.value().equals(property(property));
  }

  private Facts reported(FlowInput.Reported report, Instant now) {
    DeviceClock next = clock.hear(report.at(), now);
    Map<String, Known> dated = dated(next);
    Map<String, Known> known = new HashMap<>(dated);
    report
        .values()
        .forEach((id, value) -> {
          Known old = known.get(id);
          if (old == null || !report.at().isBefore(old.at())) {
            known.put(id, new Known(value, report.at()));
          }
        });
    return new Facts(next, known, online, heard(next, report.at(), now), null, dated);
  }

  /// A message that is late was sent at its time, but shows that the device is there now.
  private static Instant heard(DeviceClock next, Instant at, Instant now) {
    return next.time().equals(at) ? at : next.notice(now).time();
  }

  /// After a clock was set back, what was known before it is as old as the clock.
  private Map<String, Known> dated(DeviceClock next) {
    if (!next.time().isBefore(clock.time())) {
      return values;
    }
    Map<String, Known> dated = new HashMap<>();
    values.forEach((id, known) ->
        dated.put(
            id, known.at().isAfter(next.time()) ? new Known(known.value(), next.time()) : known));
    return dated;
  }
}
