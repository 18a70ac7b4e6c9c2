package io.sockettwin.agent;

import io.sockettwin.agent.credentials.Pairing;
import io.sockettwin.agent.hardware.Hardware;
import io.sockettwin.agent.recording.Recorder;
import io.sockettwin.agent.store.RetainedWriter;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The socket with its parts: takes inputs and carries out what they lead to. Owned by the loop's
/// thread; nothing it does waits for network or disk.
final class LiveSocket {

  private final Socket socket;
  private final Hardware hardware;
  private final RetainedWriter writer;
  private final Pairing pairing;
  private final MonotonicTime time;
  private final Consumer<SocketEffect.ToCloud> cloud;
  private final @Nullable Recorder recorder;
  private SocketState state = SocketState.UNPOWERED;
  private @Nullable Instant wakeAt;
  private @Nullable Lamp shown;
  private @Nullable Duration told;
  private boolean storageFailing;

  LiveSocket(
      Socket socket,
      Hardware hardware,
      RetainedWriter writer,
      Pairing pairing,
      MonotonicTime time,
      Consumer<SocketEffect.ToCloud> cloud,
      @Nullable Recorder recorder) {
    this.socket = socket;
    this.hardware = hardware;
    this.writer = writer;
    this.pairing = pairing;
    this.time = time;
    this.cloud = cloud;
    this.recorder = recorder;
  }

  SocketState state() {
    return state;
  }

  Lamp lamp() {
    return socket.lamp(state);
  }

  /// When it has to act without being told anything; null while it need not.
  @Nullable Instant wakeAt() {
    return wakeAt;
  }

  void advance(SocketInput input) {
    Instant now = time.instant();
    Step step = socket.advance(state, input, now);
    state = step.state();
    if (recorder != null) {
      recorder.step(now, input, step.effects());
    }
    for (SocketEffect effect : step.effects()) {
      carryOut(effect);
    }
    Lamp lamp = lamp();
    if (!lamp.equals(shown)) {
      shown = lamp;
      hardware.lamp().show(lamp);
    }
  }

  /// Gives the socket what nobody else tells it: that its time has come, that the disk fails, that
  /// the clock was set.
  void lookRound() {
    Instant due = wakeAt;
    if (due != null && !time.instant().isBefore(due)) {
      wakeAt = null;
      advance(new SocketInput.WakeUp());
    }
    boolean failing = writer.failing();
    if (failing && !storageFailing) {
      advance(new SocketInput.FaultFound(SocketEvent.STORAGE_FAILING));
    }
    storageFailing = failing;
    // The socket's own time never jumps; the time of day may, above all when a network brings it.
    Duration correction = time.correction();
    if (!correction.equals(told)) {
      told = correction;
      advance(new SocketInput.ClockSet(time.instant().plus(correction)));
    }
  }

  /// A socket that nobody watches is off.
  void abandon() {
    hardware.relay().open();
  }

  private void carryOut(SocketEffect effect) {
    switch (effect) {
      case SocketEffect.OpenRelay() -> hardware.relay().open();
      case SocketEffect.CloseRelay() -> hardware.relay().close();
      case SocketEffect.ToCloud words -> cloud.accept(words);
      case SocketEffect.StoreEnergy(long milliwattHours) -> writer.storeEnergy(milliwattHours);
      case SocketEffect.Remember(Memory memory) -> writer.remember(memory);
      case SocketEffect.StartProvisioning(Duration window) -> pairing.openFor(window);
      case SocketEffect.StopProvisioning() -> pairing.endWindow();
      case SocketEffect.EraseAll() -> {
        writer.eraseAll();
        pairing.forget();
      }
      case SocketEffect.WakeAt(Instant wake) -> wakeAt = wake;
    }
  }
}
