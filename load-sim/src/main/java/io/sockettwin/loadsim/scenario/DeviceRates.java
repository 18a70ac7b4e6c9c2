package io.sockettwin.loadsim.scenario;

import io.sockettwin.loadsim.fleet.Fault;
import io.sockettwin.loadsim.fleet.Make;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How much each socket of a scenario says, compared with what a service takes from one device:
/// what exceeds that is dropped at the door, and would look like a loss.
public final class DeviceRates {

  /// What the vendor's cloud takes from a device in a second, and ours unless told otherwise.
  private static final int MOST_AT_QOS_0 = 30;

  private static final int MOST_AT_QOS_1 = 10;

  /// The original reports every second, ours no more often while its readings move.
  private static final double REPORTS_PER_SECOND = 1;

  /// An act is told by a report, a control by its reply as well; an overload by an event, too.
  private static final double MESSAGES_PER_ACT = 2;

  private static final double SECONDS_PER_HOUR = 3_600;

  private DeviceRates() {}

  /// A sentence for each part of the fleet that says too much.
  public static List<String> warnings(Scenario scenario) {
    List<String> warnings = new ArrayList<>();
    double rate = messagesPerSecond(scenario);
    for (Make make : scenario.makes()) {
      int most = make.qos() == 0 ? MOST_AT_QOS_0 : MOST_AT_QOS_1;
      if (rate > most) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "each %s says %.1f messages a second at QoS %d, but services take %d from a device"
                    + " and drop the rest (sockettwin.broker.%s-per-second)",
                make.name(),
                rate,
                make.qos(),
                most,
                make.qos() == 0 ? "unacknowledged" : "acknowledged"));
      }
    }
    return warnings;
  }

  private static double messagesPerSecond(Scenario scenario) {
    double acts =
        (scenario.household().switchesPerHour() + scenario.household().overloadsPerHour())
                * scenario.household().curve().most()
                / SECONDS_PER_HOUR
            + scenario.controlsPerSecond() / scenario.sockets();
    double said = REPORTS_PER_SECOND + acts * MESSAGES_PER_ACT;
    for (Fault fault : scenario.faults()) {
      said +=
          switch (fault.kind()) {
            case MALFORMED_PAYLOADS -> perSecond(fault.when());
            case DUPLICATES -> said * fault.chance();
            default -> 0;
          };
    }
    return said;
  }

  private static double perSecond(Fault.When when) {
    return switch (when) {
      case Fault.When.At _ -> 0;
      case Fault.When.PerHour(double times) -> times / SECONDS_PER_HOUR;
    };
  }
}
