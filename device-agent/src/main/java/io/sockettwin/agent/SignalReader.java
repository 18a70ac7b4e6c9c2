package io.sockettwin.agent;

import io.sockettwin.agent.hardware.Signals;
import io.sockettwin.meter.FrameReader;
import io.sockettwin.socket.SocketInput;
import java.util.function.Consumer;

/// Makes the socket's inputs of the hardware's signals. Bytes get their time here, where they
/// arrive.
final class SignalReader implements Signals {

  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  /// The chip pauses for 50 ms, but so may this machine in the middle of a frame, which must not be
  /// lost by that. What a longer silence cut off is of no use.
  private static final int GAP_MILLISECONDS = 1_000;

  private final Consumer<SocketInput> inbox;
  private final FrameReader frames = FrameReader.hunting(GAP_MILLISECONDS);
  private final long startNanos = System.nanoTime();

  SignalReader(Consumer<SocketInput> inbox) {
    this.inbox = inbox;
  }

  @Override
  public void meterBytes(byte[] bytes) {
    long now = (System.nanoTime() - startNanos) / NANOS_PER_MILLISECOND;
    for (byte next : bytes) {
      frames
          .accept(next, now)
          .ifPresent(frame -> inbox.accept(new SocketInput.FrameReceived(frame)));
    }
  }

  @Override
  public void buttonPressed() {
    inbox.accept(new SocketInput.ButtonPressed());
  }

  @Override
  public void buttonReleased() {
    inbox.accept(new SocketInput.ButtonReleased());
  }
}
