package io.sockettwin.flow;

import java.time.Duration;
import java.time.Instant;

/// An alarm rule: which input it judges, when it is true of a device, and when that is over.
///
/// It keeps an episode for each device: raised once, repeated hits counted, cleared once.
/// Everything is measured in the device's time ([DeviceClock]), so that a step depends on what was
/// heard and not on when it came to be computed: the same inputs give the same alarms, live and on
/// history.
public record Flow(Trigger trigger, Condition filter, Clearing clearing) {
  /// A duration that ends is judged this much later, so that messages on their way are heard first.
  public static final Duration PATIENCE = Duration.ofSeconds(1);

  /// One step.
  ///
  /// @param before what was known of the device
  /// @param input what happened now
  /// @param after what is known of the device now: `before.after(input, now)`
  /// @param now the moment of receipt
  public FlowStep advance(
      FlowState state, Facts before, FlowInput input, Facts after, Instant now) {
    FlowTurn turn = new FlowTurn(this, state);
    Instant judged = before.clock().at(now.minus(PATIENCE));
    switch (input) {
      case FlowInput.WakeUp() -> turn.pass(after, judged);
      case FlowInput.Reported _,
          FlowInput.Happened _,
          FlowInput.CameOnline _,
          FlowInput.WentOffline _ -> {
        Instant heard = after.clock().time();
        turn.pass(before, heard.isAfter(judged) ? heard : judged);
        turn.judge(after);
      }
    }
    return turn.step(after);
  }

  /// The filter in words, with the values of the moment; says not whether it holds.
  public String explain(Facts facts) {
    return Explanation.of(filter, facts);
  }
}
