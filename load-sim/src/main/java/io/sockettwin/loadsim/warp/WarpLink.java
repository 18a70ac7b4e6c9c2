package io.sockettwin.loadsim.warp;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.fleet.Link;
import io.sockettwin.loadsim.fleet.VirtualSocket;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One socket's way through the network in memory.
///
/// A connection is known by its number: what belongs to an older one is not listened to.
final class WarpLink implements Link {

  /// A keep-alive that is not answered ends a connection, on either side.
  private static final double KEEP_ALIVE_PATIENCE = 1.5;

  private final WarpNetwork network;
  private final VirtualSocket socket;
  private int connection;
  private boolean open;
  private Stall stall = Stall.NOTHING;

  WarpLink(WarpNetwork network, VirtualSocket socket) {
    this.network = network;
    this.socket = socket;
  }

  VirtualSocket socket() {
    return socket;
  }

  @Override
  public void connect() {
    int mine = ++connection;
    long wanted = network.now();
    stall = Stall.NOTHING;
    network.atService(now -> {
      if (mine == connection) {
        open = true;
        network.tell(this, network.cloud().connected(socket.member().device(), now));
        toSocket(mine, 0, at -> socket.connected(wanted, at));
      }
    });
  }

  @Override
  public void subscribe() {
    int mine = connection;
    network.atService(_ -> toSocket(mine, 0, at -> socket.told(new LinkInput.Subscribed(), at)));
  }

  @Override
  public void publish(Message.Up message, long delayNanos) {
    int mine = connection;
    if (stall == Stall.EVERYTHING || !open) {
      return;
    }
    network.atService(
        delayNanos,
        now -> {
          if (mine == connection && open) {
            network.tell(this, network.cloud().said(socket.member().device(), message, now));
          }
        });
  }

  @Override
  public void hangUp() {
    close();
    connection++;
  }

  @Override
  public void later(LinkInput input, long delayNanos) {
    network.atSocket(this, delayNanos, at -> socket.toldLate(input, at));
  }

  @Override
  public void reset() {
    if (open) {
      close();
      // What was held back is lost; the socket's own end is told in any case.
      stall = Stall.NOTHING;
      network.forget(this);
      int mine = connection;
      toSocket(mine, 0, at -> socket.lost(Loss.CLOSED, at));
    }
  }

  /// The service notices when the keep-alive is over, or when the socket comes back.
  @Override
  public void vanish() {
    int mine = ++connection;
    long patience = patience().toNanos();
    if (open) {
      network.atService(
          patience,
          now -> {
            if (mine == connection && open) {
              open = false;
              network.cloud().disconnected(socket.member().device(), now);
            }
          });
    }
  }

  @Override
  public void stall(Stall next) {
    Stall before = stall;
    stall = next;
    if (next == Stall.EVERYTHING && open) {
      int mine = connection;
      network.atSocket(
          this,
          patience().toNanos(),
          at -> {
            if (mine == connection && stall == Stall.EVERYTHING) {
              close();
              socket.lost(Loss.CLOSED, at);
            }
          });
    }
    if (next == Stall.NOTHING && before != Stall.NOTHING) {
      network.release(this);
    }
  }

  @Override
  public void usurp() {
    network.atService(_ -> {
      reset();
    });
  }

  @Override
  public void babble(byte[] payload) {
    // Bytes that nobody can decode do not reach a twin.
  }

  /// What the service has for the socket; held back while it does not read.
  void down(List<Message.Down> messages) {
    int mine = connection;
    for (Message.Down message : messages) {
      toSocket(mine, 0, at -> socket.told(new LinkInput.Received(message), at));
    }
  }

  private void toSocket(int mine, long delay, Consumer<Long> delivery) {
    network.atSocket(
        this,
        delay,
        at -> {
          if (mine != connection) {
            return;
          }
          if (stall == Stall.NOTHING) {
            delivery.accept(at);
          } else {
            network.hold(this, () -> toSocket(mine, 0, delivery));
          }
        });
  }

  private void close() {
    if (open) {
      open = false;
      network.atService(now -> network.cloud().disconnected(socket.member().device(), now));
    }
  }

  private Duration patience() {
    return Duration.ofNanos(
        (long) (socket.member().make().keepAlive().toNanos() * KEEP_ALIVE_PATIENCE));
  }
}
