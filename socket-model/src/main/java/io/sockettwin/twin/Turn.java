package io.sockettwin.twin;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.twin.TwinState.Reported;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// One step while it is being made: the state so far and the effects so far. Never outlives it.
final class Turn {
  final DataTemplate template;
  final Instant now;

  /// After how long without a report a connected device counts as silent; zero for never.
  final Duration silence;

  private final TwinState before;
  private final List<TwinEffect> effects = new ArrayList<>(2);
  private SequencedMap<String, Reported> reported;
  private List<Control> controls;
  private Presence presence;
  private SequencedMap<String, String> info;
  private boolean changed;

  Turn(DataTemplate template, Duration silence, TwinState before, Instant now) {
    this.template = template;
    this.silence = silence;
    this.before = before;
    this.now = now;
    this.reported = before.reported();
    this.controls = before.controls();
    this.presence = before.presence();
    this.info = before.info();
  }

  void add(TwinEffect effect) {
    effects.add(effect);
  }

  void send(Message.Down message) {
    add(new TwinEffect.Send(message));
  }

  void handOn(Message.Up message) {
    add(new TwinEffect.HandOn(message));
  }

  void drop(String reason) {
    add(new TwinEffect.Dropped(reason));
  }

  SequencedMap<String, Reported> reported() {
    return reported;
  }

  void reported(SequencedMap<String, Reported> values) {
    reported = values;
    changed = true;
  }

  /// Not settled, oldest first. A list once given does not change when controls do.
  List<Control> controls() {
    return controls;
  }

  /// Takes the control's new form, and leaves it out once it is settled.
  void keep(Control control) {
    List<Control> next = new ArrayList<>(controls.size() + 1);
    boolean open = control.settledAt() == null;
    boolean known = false;
    for (Control each : controls) {
      if (!each.id().equals(control.id())) {
        next.add(each);
      } else {
        known = true;
        if (open) {
          next.add(control);
        }
      }
    }
    if (open && !known) {
      next.add(control);
    }
    changed |= open || known;
    controls = next;
    add(new TwinEffect.KeepControl(control));
  }

  Presence presence() {
    return presence;
  }

  void presence(Presence next) {
    presence = next;
    changed = true;
  }

  SequencedMap<String, String> info() {
    return info;
  }

  void info(SequencedMap<String, String> next) {
    if (!next.equals(info)) {
      info = next;
      changed = true;
    }
  }

  TwinStep step() {
    TwinState state =
        changed ? new TwinState(before.version() + 1, reported, controls, presence, info) : before;
    return new TwinStep(state, effects);
  }
}
