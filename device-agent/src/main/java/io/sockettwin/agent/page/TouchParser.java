package io.sockettwin.agent.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.IdentityList;
import io.sockettwin.agent.credentials.IdentityList.Choice;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.plant.Appliance;
import io.sockettwin.plant.Disturbance;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import io.sockettwin.thing.DeviceKey;
import java.time.Duration;
import java.util.Optional;

/// Reads what a page sends. Members it does not know are ignored.
final class TouchParser {

  /// What came of reading.
  sealed interface Parsed {
    record Understood(Touch touch) implements Parsed {}

    /// The sentence holds nothing of what was sent.
    record Misfit(String field, String sentence) implements Parsed {}
  }

  /// Longer names do not fit on the page.
  private static final int MAX_NAME = 24;

  /// Takes the place of any other and lasts for no time.
  private static final Disturbance OVER =
      new Disturbance(Disturbance.Kind.SAG, 1_000, Duration.ZERO);

  private TouchParser() {}

  static Parsed button(ObjectNode json) {
    JsonNode pressed = json.path("pressed");
    return pressed.isBoolean()
        ? understood(new Touch.Button(pressed.booleanValue()))
        : new Parsed.Misfit("pressed", "true or false is needed");
  }

  static Parsed cable(ObjectNode json) {
    JsonNode plugged = json.path("plugged");
    return plugged.isBoolean()
        ? understood(new Touch.Cable(plugged.booleanValue()))
        : new Parsed.Misfit("plugged", "true or false is needed");
  }

  static Parsed mains(ObjectNode json) {
    return switch (text(json, "condition")) {
      case PageView.NORMAL -> understood(new Touch.Disturb(OVER));
      case "SAG" -> understood(new Touch.Disturb(Disturbance.sag()));
      case "SURGE" -> understood(new Touch.Disturb(Disturbance.surge()));
      case "BROWN_OUT" -> understood(new Touch.Disturb(Disturbance.brownOut()));
      case "OUTAGE" -> understood(new Touch.Disturb(Disturbance.outage()));
      default ->
          new Parsed.Misfit("condition", "NORMAL, SAG, SURGE, BROWN_OUT or OUTAGE is needed");
    };
  }

  static Parsed appliance(ObjectNode json) {
    String name = text(json, "name");
    JsonNode plugged = json.path("plugged");
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return new Parsed.Misfit("name", "a name of 1 to " + MAX_NAME + " characters is needed");
    }
    if (!plugged.isBoolean()) {
      return new Parsed.Misfit("plugged", "true or false is needed");
    }
    if (!plugged.booleanValue()) {
      return understood(new Touch.Unplug(name));
    }
    return json.has("watts") ? other(name, json) : understood(new Touch.PlugIn(name));
  }

  private static Parsed other(String name, ObjectNode json) {
    JsonNode watts = json.path("watts");
    if (!watts.isIntegralNumber() || !within(watts.doubleValue(), 1, Appliance.MAX_WATTS)) {
      return new Parsed.Misfit("watts", "a whole number up to " + Appliance.MAX_WATTS);
    }
    double factor = json.path("powerFactor").asDouble(1);
    if (!within(factor, 0.1, 1)) {
      return new Parsed.Misfit("powerFactor", "a number from 0.1 to 1 is needed");
    }
    return understood(
        new Touch.PlugInOther(name, watts.intValue(), (int) Math.round(factor * 1000)));
  }

  static Parsed schedule(ObjectNode json) {
    if (!json.path("schedule").isTextual()) {
      return new Parsed.Misfit("schedule", "a text is needed");
    }
    return switch (ScheduleText.read(json.path("schedule").textValue())) {
      case ScheduleText.Understood(Schedule schedule) ->
          understood(new Touch.SetSchedule(schedule));
      case ScheduleText.Misfit(String sentence) -> new Parsed.Misfit("schedule", sentence);
    };
  }

  static Parsed pair(ObjectNode json) {
    Optional<ServiceAddress> service = ServiceAddress.parse(text(json, "service"));
    String product = text(json, "product");
    String device = text(json, "device");
    if (service.isEmpty()) {
      return new Parsed.Misfit("service", "HOST or HOST:PORT is needed");
    }
    if (!DeviceKey.isProductId(product)) {
      return new Parsed.Misfit("product", "ten upper-case letters or digits are needed");
    }
    if (!DeviceKey.isDeviceName(device)) {
      return new Parsed.Misfit("device", "1 to 48 of letters, digits and _ - . : are needed");
    }
    return switch (IdentityList.of(product, device, text(json, "secret"))) {
      case Choice.Found(var identity) ->
          understood(new Touch.Pair(new Account(identity, service.get())));
      case Choice.Problem problem -> new Parsed.Misfit("secret", "Base64 text is needed");
    };
  }

  private static Parsed understood(Touch touch) {
    return new Parsed.Understood(touch);
  }

  private static boolean within(double value, double least, double most) {
    return value >= least && value <= most;
  }

  private static String text(ObjectNode json, String field) {
    return json.path(field).isTextual() ? json.path(field).textValue().strip() : "";
  }
}
