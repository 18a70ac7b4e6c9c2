package io.sockettwin.agent;

import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Pairing;
import io.sockettwin.agent.emulated.Cable;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.page.PageView;
import io.sockettwin.agent.page.PageView.Hands;
import io.sockettwin.agent.page.PageView.Plug;
import io.sockettwin.agent.page.Subject;
import io.sockettwin.agent.page.Touch;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.socket.Schedule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The agent as its page sees and touches it. Parts that are real can only be seen.
final class AgentOnPage implements Subject {

  private static final Logger LOG = LoggerFactory.getLogger(AgentOnPage.class);

  /// What can be touched when there is no hardware.
  record Emulation(EmulatedSocket socket, Cable cable) {}

  private final Agent agent;
  private final int tripMilliamps;
  private final @Nullable Emulation emulation;

  AgentOnPage(Agent agent, int tripMilliamps, @Nullable Emulation emulation) {
    this.agent = agent;
    this.tripMilliamps = tripMilliamps;
    this.emulation = emulation;
  }

  @Override
  public PageView view() {
    AgentView view = agent.view();
    Pairing pairing = agent.pairing();
    return new PageView(
        view.device() == null ? null : view.device().toString(),
        view.service() == null ? null : view.service().toString(),
        view.load(),
        view.lamp(),
        view.report().reading(),
        view.report().energyMilliwattHours(),
        view.report().countdownSeconds(),
        tripMilliamps,
        view.link(),
        view.pendingEvents(),
        view.schedule(),
        new PageView.Window(pairing.open(), pairing.remaining()),
        emulation == null ? null : hands(emulation));
  }

  @Override
  public Answer touch(Touch touch) {
    return switch (touch) {
      case Touch.Pair(Account account) -> pair(account);
      case Touch.SetSchedule(Schedule schedule) -> {
        agent.set(schedule);
        yield Answer.DONE;
      }
      case Touch.ByHand byHand ->
          emulation == null ? Answer.NOT_EMULATED : touch(emulation, byHand);
    };
  }

  private Answer touch(Emulation emulation, Touch.ByHand touch) {
    EmulatedSocket socket = emulation.socket();
    switch (touch) {
      case Touch.Button(boolean pressed) -> {
        if (pressed) {
          socket.pressButton();
        } else {
          socket.releaseButton();
        }
      }
      case Touch.PlugIn(String name) -> {
        Optional<Appliance> appliance = Appliance.ofHousehold(name);
        return appliance.isEmpty() ? Answer.NO_SUCH_APPLIANCE : plug(socket, appliance.get());
      }
      case Touch.PlugInOther(String name, int watts, int powerFactorPermille) -> {
        return plug(socket, new Appliance(name, watts, powerFactorPermille));
      }
      case Touch.Unplug(String name) -> socket.unplug(name);
      case Touch.Disturb(var disturbance) -> socket.disturb(disturbance);
      case Touch.Cable(boolean plugged) -> {
        if (plugged) {
          emulation.cable().plugIn();
          agent.networkBack();
        } else {
          emulation.cable().pull();
        }
      }
    }
    return Answer.DONE;
  }

  private static Answer plug(EmulatedSocket socket, Appliance appliance) {
    try {
      socket.plug(appliance);
      return Answer.DONE;
    } catch (IllegalStateException e) {
      return Answer.NO_OUTLET_FREE;
    }
  }

  private Answer pair(Account account) {
    try {
      return agent.pairing().pair(account) ? Answer.DONE : Answer.NOT_PAIRABLE;
    } catch (IOException e) {
      LOG.error("the pairing with {} could not be stored", account.service(), e);
      return Answer.NOT_STORED;
    }
  }

  private static Hands hands(Emulation emulation) {
    EmulatedSocket socket = emulation.socket();
    List<Appliance> plugged = socket.plugged();
    Stream<Plug> atHand =
        Stream.concat(Appliance.HOUSEHOLD.stream(), plugged.stream())
            .map(Appliance::name)
            .distinct()
            .map(name -> plugNamed(name, plugged));
    Disturbance disturbance = socket.disturbance();
    return new Hands(
        socket.buttonPressed(),
        atHand.toList(),
        disturbance == null ? null : disturbance.kind(),
        emulation.cable().plugged());
  }

  private static Plug plugNamed(String name, List<Appliance> plugged) {
    Optional<Appliance> inUse =
        plugged.stream().filter(appliance -> appliance.name().equals(name)).findFirst();
    Appliance appliance = inUse.or(() -> Appliance.ofHousehold(name)).orElseThrow();
    return new Plug(name, appliance.watts(), appliance.powerFactorPermille(), inUse.isPresent());
  }
}
