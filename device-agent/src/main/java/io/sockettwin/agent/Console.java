package io.sockettwin.agent;

import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.meter.Reading;
import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Schedule;
import io.sockettwin.socket.ScheduleText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/// Lets a person touch the emulated socket by typing, until the end of the input.
final class Console {

  private static final String HELP =
      """
      plug NAME [WATTS [PF]]  plug an appliance in (%s)
      unplug NAME             and out
      schedule TIMERS|none    set the weekly timers: Europe/Berlin; mon-fri 06:30 on; sat 23:00 off
      press [SECONDS]         press the button; a click is shorter than a second
      status                  how the socket is
      quit                    stop it\
      """
          .formatted(
              Appliance.HOUSEHOLD.stream().map(Appliance::name).collect(Collectors.joining(", ")));

  private final Agent agent;
  private final EmulatedSocket plant;
  private final PrintStream out;

  Console(Agent agent, EmulatedSocket plant, PrintStream out) {
    this.agent = agent;
    this.plant = plant;
    this.out = out;
  }

  /// Obeys lines until `quit`, which gives true, or the end of the input, which gives false.
  boolean run(BufferedReader in) throws IOException {
    out.println(HELP);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      switch (ConsoleCommand.parse(line)) {
        case ConsoleCommand.Plug(Appliance appliance) -> plug(appliance);
        case ConsoleCommand.Unplug(String name) -> plant.unplug(name);
        case ConsoleCommand.Press(var held) -> plant.press(held);
        case ConsoleCommand.SetSchedule(Schedule schedule) -> agent.set(schedule);
        case ConsoleCommand.Status() -> out.println(status());
        case ConsoleCommand.Help() -> out.println(HELP);
        case ConsoleCommand.Mistake(String sentence) -> out.println(sentence);
        case ConsoleCommand.Quit() -> {
          return true;
        }
      }
    }
    return false;
  }

  private void plug(Appliance appliance) {
    try {
      plant.plug(appliance);
    } catch (IllegalStateException e) {
      out.println(e.getMessage());
    }
  }

  private String status() {
    AgentView view = agent.view();
    Reading reading = view.report().reading();
    String plugged =
        plant.plugged().stream()
            .map(appliance -> appliance.name() + " " + appliance.watts() + " W")
            .collect(Collectors.joining(", "));
    String timers = ScheduleText.write(view.schedule());
    return String.format(
        Locale.ROOT,
        "%s  %.1f V  %.3f A  %.1f W  PF %.2f  %.6f kWh  countdown %d s  lamp %s #%06X  %s%n"
            + "plugged in: %s%nschedule: %s",
        view.load(),
        reading.voltageMillivolts() / 1e3,
        reading.currentMilliamps() / 1e3,
        reading.activePowerMilliwatts() / 1e3,
        reading.powerFactorPermille() / 1e3,
        view.report().energyMilliwattHours() / 1e6,
        view.report().countdownSeconds(),
        view.lamp().pattern().name().toLowerCase(Locale.ROOT),
        view.lamp().rgb(),
        view.link().sentence(),
        plugged.isEmpty() ? "nothing" : plugged,
        timers.isEmpty() ? "none" : timers);
  }
}
