package io.sockettwin.agent.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.link.LinkStatus;
import io.sockettwin.meter.Reading;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.WeeklyTimer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All the page shows. Holds no secret.
///
/// @param device null before the socket was paired, as is its service
/// @param hands null when the parts are real
public record PageView(
    @Nullable String device,
    @Nullable String service,
    Load load,
    Lamp lamp,
    Reading reading,
    long energyMilliwattHours,
    int countdownSeconds,
    int tripMilliamps,
    LinkStatus link,
    int pendingEvents,
    Schedule schedule,
    Window pairing,
    @Nullable Hands hands) {

  /// The mains when nothing is wrong with them.
  static final String NORMAL = "NORMAL";

  /// Whether the socket may be paired, and for how long.
  public record Window(boolean open, Optional<Duration> remaining) {}

  /// What one can lay hands on at an emulated socket.
  ///
  /// @param mains what is wrong with them; null if nothing is
  public record Hands(
      boolean buttonPressed,
      List<Plug> appliances,
      Disturbance.@Nullable Kind mains,
      boolean cablePlugged) {
    public Hands {
      appliances = List.copyOf(appliances);
    }
  }

  public record Plug(String name, int watts, int powerFactorPermille, boolean plugged) {}

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("device", device).put("service", service);
    json.put("load", load.name());
    json.putObject("lamp")
        .put("pattern", lamp.pattern().name())
        .put("colour", "#%06x".formatted(lamp.rgb()));
    json.putObject("reading")
        .put("volts", reading.voltageMillivolts() / 1e3)
        .put("amperes", reading.currentMilliamps() / 1e3)
        .put("watts", reading.activePowerMilliwatts() / 1e3)
        .put("voltAmperes", reading.apparentPowerMillivoltamperes() / 1e3)
        .put("powerFactor", reading.powerFactorPermille() / 1e3);
    json.put("kilowattHours", energyMilliwattHours / 1e6);
    json.put("countdownSeconds", countdownSeconds);
    json.put("tripAmperes", tripMilliamps / 1e3);
    json.set("link", link(link));
    json.put("pendingEvents", pendingEvents);
    json.set("schedule", schedule(schedule));
    ObjectNode window = json.putObject("pairing").put("open", pairing.open());
    pairing.remaining().ifPresent(time -> window.put("secondsLeft", time.toSeconds()));
    if (hands != null) {
      json.set("hands", hands(hands));
    }
    return json;
  }

  private static ObjectNode schedule(Schedule schedule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("zone", schedule.zone().getId());
    ArrayNode timers = json.putArray("timers");
    for (WeeklyTimer timer : schedule.timers()) {
      ObjectNode one = timers.addObject();
      ArrayNode days = one.putArray("days");
      timer.days().stream().sorted().forEach(day -> days.add(day.getValue()));
      one.put("at", timer.at().toString()).put("on", timer.on()).put("enabled", timer.enabled());
    }
    return json;
  }

  private static ObjectNode link(LinkStatus link) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (link) {
      case LinkStatus.Unpaired() -> json.put("state", "UNPAIRED");
      case LinkStatus.Connecting() -> json.put("state", "CONNECTING");
      case LinkStatus.Up() -> json.put("state", "UP");
      case LinkStatus.Down(var loss) -> json.put("state", "DOWN").put("loss", loss.name());
    };
  }

  private static ObjectNode hands(Hands hands) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("buttonPressed", hands.buttonPressed());
    ArrayNode appliances = json.putArray("appliances");
    for (Plug plug : hands.appliances()) {
      appliances
          .addObject()
          .put("name", plug.name())
          .put("watts", plug.watts())
          .put("powerFactor", plug.powerFactorPermille() / 1e3)
          .put("plugged", plug.plugged());
    }
    json.put("mains", hands.mains() == null ? NORMAL : hands.mains().name());
    json.put("cablePlugged", hands.cablePlugged());
    return json;
  }
}
