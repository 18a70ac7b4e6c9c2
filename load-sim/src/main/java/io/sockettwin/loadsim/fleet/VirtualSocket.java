package io.sockettwin.loadsim.fleet;

import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.loadsim.check.Guard;
import io.sockettwin.loadsim.check.Page;
import io.sockettwin.loadsim.check.Truth;
import io.sockettwin.loadsim.time.Agenda;
import io.sockettwin.meter.Frame;
import io.sockettwin.socket.Memory;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// One socket of a fleet: the very machine and session of a device-agent, on an emulated plant,
/// with somebody to touch it and things that go wrong. Touched by one thread only.
///
/// Its time is the nanoseconds since the run began; whoever runs it calls [#timeHasCome] at
/// [#dueAt] and tells it what its link brings. What is due takes effect at the moment it is due,
/// however late that call comes: a slow generator must not turn a click into a long press.
public final class VirtualSocket {

  private static final int BODY_DICE = 0;
  private static final int HABIT_DICE = 1;
  private static final int FAULT_DICE = 2;

  private final Member member;
  private final World world;
  private final Page page;
  private final Guard guard;
  private final RandomGenerator dice;
  private final Body body;
  private final Habits habits;
  private final Dialogue dialogue;
  private final Mishaps mishaps;
  private Machine machine;
  private Flash flash = Flash.EMPTY;
  private long powerAt;
  private boolean frozen;
  private long frameAt = Agenda.NEVER;
  private long wakeAt = Agenda.NEVER;

  /// When the latest input took effect; latencies count from there.
  private long moment;

  /// A socket whose power comes at a time.
  public VirtualSocket(Member member, World world, Page page, long powerAt) {
    this.member = member;
    this.world = world;
    this.page = page;
    this.guard = new Guard(page);
    this.dice = Chance.dice(world.seed(), member.number(), BODY_DICE);
    boolean firmware = member.make().firmware();
    this.body = new Body(dice.nextLong(), member.make().meterEvery(), firmware ? null : guard);
    this.habits =
        new Habits(
            world.household(), powerAt, Chance.dice(world.seed(), member.number(), HABIT_DICE));
    this.dialogue = new Dialogue(this, dice);
    this.mishaps =
        new Mishaps(this, world.faults(), Chance.dice(world.seed(), member.number(), FAULT_DICE));
    this.machine = machine();
    this.powerAt = powerAt;
  }

  public Member member() {
    return member;
  }

  /// Before anything else.
  public void attach(Link link) {
    dialogue.attach(link);
  }

  public long dueAt() {
    if (frozen) {
      return dialogue.dueAt();
    }
    long mine = Math.min(Math.min(powerAt, frameAt), Math.min(wakeAt, dialogue.dueAt()));
    return powered() ? Math.min(mine, Math.min(habits.dueAt(), mishaps.dueAt())) : mine;
  }

  /// Does all that is due by now, in the order it was due.
  public void timeHasCome(long now) {
    for (long next = dueAt(); next <= now; next = dueAt()) {
      at(next);
      if (frozen) {
        dialogue.take(new LinkInput.WakeUp(), moment);
      } else if (powerAt == next) {
        powerUp(moment);
      } else if (wakeAt == next) {
        wakeAt = Agenda.NEVER;
        take(new SocketInput.WakeUp(), moment);
      } else if (frameAt == next) {
        readMeter(moment);
      } else if (dialogue.dueAt() == next) {
        dialogue.take(new LinkInput.WakeUp(), moment);
      } else if (habits.dueAt() == next) {
        touched(habits.take(body.relayClosed()), moment);
      } else {
        mishaps.timeHasCome(moment);
      }
    }
  }

  /// What the network brings, bad weather still to come.
  public void told(LinkInput input, long now) {
    at(now);
    if (powered()) {
      dialogue.hear(input, now);
    }
  }

  /// What the network brings late, after [Link#later].
  public void toldLate(LinkInput input, long now) {
    at(now);
    if (powered()) {
      dialogue.take(input, now);
    }
  }

  /// The connection is gone, or could not be made.
  public void lost(Loss loss, long now) {
    told(new LinkInput.Lost(loss, dice.nextDouble()), now);
  }

  /// The service has let the socket in.
  ///
  /// @param wanted when the attempt was made
  public void connected(long wanted, long now) {
    page.connected(now - wanted);
    told(new LinkInput.Connected(), now);
  }

  /// Nothing goes wrong any more and nobody touches anything: the end is near.
  public void heal(long now) {
    at(now);
    habits.rest();
    mishaps.heal(now);
    networkBack(now);
  }

  /// A socket that waits before its next attempt to connect makes it now.
  public void networkBack(long now) {
    at(now);
    if (powered()) {
      dialogue.take(new LinkInput.NetworkBack(), now);
    }
  }

  /// From now on only the session goes on; what the socket has come to stays as it is.
  public void freeze() {
    frozen = true;
  }

  /// Whether the service has it and owes it nothing that the socket would have to say again.
  public boolean settled() {
    return dialogue.up() && page.eventsTaken();
  }

  /// Whether all that was said is answered.
  public boolean quiet() {
    return page.quiet();
  }

  public boolean up() {
    return dialogue.up();
  }

  public Truth close() {
    return page.close();
  }

  void powerCut(Duration lasts, long now) {
    dialogue.end();
    long energy = machine.energyMilliwattHours();
    // The socket was about to write when the power went: of that record nothing is left.
    flash = flash.torn();
    guard.poweredUp(
        energy, flash.newest().energyMilliwattHours(), !flash.worn() && !member.make().firmware());
    machine = machine();
    frameAt = Agenda.NEVER;
    wakeAt = Agenda.NEVER;
    powerAt = now + lasts.toNanos();
  }

  void take(SocketInput input, long now) {
    boolean wasTripped = machine.tripped();
    Instant instant = world.instant(now);
    List<SocketEffect> effects = machine.advance(input, instant);
    world.trace().step(member, instant, input, effects);
    if (machine.tripped() && !wasTripped) {
      page.tripped(member.device(), now);
    }
    for (SocketEffect effect : effects) {
      carryOut(effect, now);
    }
  }

  World world() {
    return world;
  }

  Page page() {
    return page;
  }

  Body body() {
    return body;
  }

  Habits habits() {
    return habits;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  void wearOut(boolean worn) {
    flash = flash.withWorn(worn);
  }

  long moment() {
    return moment;
  }

  boolean powered() {
    return powerAt == Agenda.NEVER;
  }

  /// Time does not go back: what was due before the latest input takes effect with it.
  private void at(long nanos) {
    moment = Math.max(moment, nanos);
  }

  private void powerUp(long now) {
    powerAt = Agenda.NEVER;
    body.poweredUp(now);
    take(new SocketInput.Booted(flash.newest()), now);
    dialogue.begin(now);
    frameAt = body.nextFrameAt(now);
  }

  private void readMeter(long now) {
    frameAt = body.nextFrameAt(now);
    Frame frame = body.frame(now, dice);
    if (frame != null) {
      take(new SocketInput.FrameReceived(frame), now);
    }
  }

  private void touched(Touch touch, long now) {
    switch (touch) {
      case Touch.Nothing() -> {}
      case Touch.PressButton() -> take(new SocketInput.ButtonPressed(), now);
      case Touch.ReleaseButton() -> take(new SocketInput.ButtonReleased(), now);
      case Touch.Plug plug -> {
        body.touch(plug, now);
        frameAt = Math.min(frameAt, body.nextFrameAt(now));
      }
      case Touch.Unplug unplug -> {
        body.touch(unplug, now);
        frameAt = Math.min(frameAt, body.nextFrameAt(now));
      }
    }
  }

  private void carryOut(SocketEffect effect, long now) {
    switch (effect) {
      case SocketEffect.OpenRelay() -> relay(false, now);
      case SocketEffect.CloseRelay() -> relay(true, now);
      case SocketEffect.ToCloud words -> dialogue.say(words, now);
      case SocketEffect.StoreEnergy(long milliwattHours) -> flash = flash.stored(milliwattHours);
      case SocketEffect.Remember(Memory memory) -> flash = flash.remembered(memory);
      case SocketEffect.EraseAll() -> flash = flash.erased();
      case SocketEffect.WakeAt(Instant time) -> wakeAt = world.nanos(time);
      // Nobody is there to tell it its network: the window ends by itself.
      case SocketEffect.StartProvisioning _, SocketEffect.StopProvisioning _ -> {}
    }
  }

  private void relay(boolean closed, long now) {
    body.relay(closed, now);
    frameAt = Math.min(frameAt, body.nextFrameAt(now));
  }

  private Machine machine() {
    return Machine.of(member.make().firmware(), member.make().socket(), member.device());
  }
}
