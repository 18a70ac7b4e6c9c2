package io.sockettwin.loadsim.fleet;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.loadsim.check.Count;
import io.sockettwin.loadsim.fleet.Link.Stall;
import io.sockettwin.loadsim.network.Weather;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.socket.SocketEvent;
import io.sockettwin.socket.SocketInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Lets the faults of a scenario befall one socket.
final class Mishaps {

  /// What broken clients were seen to send: cut off, not JSON, of the wrong kind, far too deep.
  private static final List<String> NONSENSE =
      List.of(
          "{\"method\":\"report\",\"params\":{\"power_sw",
          "\u0000\u0001\u0002",
          "[]",
          "{\"method\":\"report\",\"clientToken\":{},\"params\":[1,2]}",
          "{\"method\":\"report\",\"clientToken\":\"x\",\"params\":{\"power_switch\":\"maybe\"}}",
          "{\"a\":".repeat(500));

  private final VirtualSocket socket;
  private final RandomGenerator dice;
  private final @Nullable Troubles troubles;

  Mishaps(VirtualSocket socket, List<Fault> faults, RandomGenerator dice) {
    this.socket = socket;
    this.dice = dice;
    this.troubles = faults.isEmpty() ? null : new Troubles(faults, dice);
  }

  long dueAt() {
    return troubles == null ? Agenda.NEVER : troubles.dueAt();
  }

  void timeHasCome(long now) {
    if (troubles != null) {
      Troubles.Change change = troubles.take();
      if (change.begins()) {
        begin(change.fault(), now);
      } else {
        end(change.fault(), now);
      }
    }
  }

  void heal(long now) {
    if (troubles != null) {
      troubles.heal().forEach(fault -> end(fault, now));
    }
  }

  private void begin(Fault fault, long now) {
    Weather weather = socket.dialogue().weather();
    Duration by = fault.by();
    switch (fault.kind()) {
      case CONNECTION_DROP -> link().reset();
      case HALF_OPEN -> link().stall(Stall.EVERYTHING);
      case SLOW_CONSUMER -> link().stall(Stall.RECEIVING);
      case ROUTER_REBOOT -> {
        socket.dialogue().away(true);
        link().reset();
      }
      case MESSAGE_LOSS -> weather(weather.withLoss(fault.chance()));
      case DUPLICATES -> weather(weather.withDuplicate(fault.chance()));
      case REORDERING -> weather(weather.withReorder(fault.chance()));
      case DELAY -> weather(weather.withDelayNanos(by.toNanos()));
      case CLOCK_SKEW -> socket.dialogue().skew(by);
      case CLOCK_JUMP -> clock(by, now);
      case BROWN_OUT -> socket.body().brownOut(fault.lasts(), now);
      case POWER_CUT -> socket.powerCut(fault.lasts(), now);
      case WORN_STORAGE -> {
        socket.wearOut(true);
        socket.take(new SocketInput.FaultFound(SocketEvent.STORAGE_FAILING), now);
      }
      case LINE_NOISE -> socket.body().lineNoise(fault.chance());
      case METER_SILENCE -> socket.body().silence(true);
      case DUPLICATE_IDENTITY -> link().usurp();
      case MALFORMED_PAYLOADS -> {
        socket.page().count(Count.MALFORMED_SENT);
        String text = NONSENSE.get(dice.nextInt(NONSENSE.size()));
        link().babble(text.getBytes(StandardCharsets.UTF_8));
      }
      case OVERLOAD -> socket.habits().overload(now, socket.body().relayClosed());
    }
  }

  private void end(Fault fault, long now) {
    Weather weather = socket.dialogue().weather();
    switch (fault.kind()) {
      // What had been said meanwhile is lost, and so is the connection.
      case HALF_OPEN -> link().reset();
      case SLOW_CONSUMER -> link().stall(Stall.NOTHING);
      case ROUTER_REBOOT -> {
        socket.dialogue().away(false);
        socket.dialogue().take(new LinkInput.NetworkBack(), now);
      }
      case MESSAGE_LOSS -> weather(weather.withLoss(0));
      case DUPLICATES -> weather(weather.withDuplicate(0));
      case REORDERING -> weather(weather.withReorder(0));
      case DELAY -> weather(weather.withDelayNanos(0));
      case CLOCK_SKEW -> socket.dialogue().skew(Duration.ZERO);
      case CLOCK_JUMP -> clock(Duration.ZERO, now);
      case WORN_STORAGE -> socket.wearOut(false);
      case LINE_NOISE -> socket.body().lineNoise(0);
      case METER_SILENCE -> socket.body().silence(false);
      case CONNECTION_DROP, BROWN_OUT, POWER_CUT -> {}
      case DUPLICATE_IDENTITY, MALFORMED_PAYLOADS, OVERLOAD -> {}
    }
  }

  private void clock(Duration ahead, long now) {
    socket.dialogue().skew(ahead);
    socket.take(new SocketInput.ClockSet(socket.world().instant(now).plus(ahead)), now);
  }

  private void weather(Weather next) {
    socket.dialogue().weather(next);
  }

  private Link link() {
    return socket.dialogue().link();
  }
}
