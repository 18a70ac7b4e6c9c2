package io.sockettwin.firmware;

import io.sockettwin.wire.at.AtText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the cloud task has to say, and what it understands: its tokens, the record of properties,
/// the answers that are due. Each method gives the jobs that say it.
///
/// Mutable, for the length of one step; what outlives it is a [#copy].
final class Dialogue {

  private final DeviceInfo device;
  private final Globals globals;
  private final Set<Property> changed = EnumSet.noneOf(Property.class);
  private PropertyRecord properties = PropertyRecord.EMPTY;
  private Pending requests = Pending.NO_REQUESTS;
  private Pending events = Pending.NO_EVENTS;
  private int tokens;
  private boolean controlled;
  private String controlToken = "";
  private boolean refused;

  Dialogue(DeviceInfo device, Globals globals) {
    this.device = device;
    this.globals = globals;
  }

  Dialogue copy(Globals copiedGlobals) {
    Dialogue copy = new Dialogue(device, copiedGlobals);
    copy.changed.addAll(changed);
    copy.properties = properties;
    copy.requests = requests;
    copy.events = events;
    copy.tokens = tokens;
    copy.controlled = controlled;
    copy.controlToken = controlToken;
    copy.refused = refused;
    return copy;
  }

  /// The whole start sequence, its two requests last.
  List<CloudJob> start() {
    List<CloudJob> jobs = new ArrayList<>(CloudScript.start(device));
    String info = token();
    jobs.addAll(startRequest(info, Messages.reportInfo(info)));
    String status = token();
    jobs.addAll(startRequest(status, Messages.getStatus(status)));
    return jobs;
  }

  private List<CloudJob> startRequest(String token, String payload) {
    List<CloudJob> jobs = new ArrayList<>();
    jobs.add(CloudScript.state(CloudJob.ALL));
    jobs.add(CloudScript.state(CloudJob.ALL));
    jobs.addAll(CloudScript.publish(properties(), AtText.escape(payload), CloudJob.ALL));
    jobs.add(new CloudJob.Expect(token));
    jobs.add(new CloudJob.Await(token));
    return jobs;
  }

  boolean expects(String token) {
    return requests.has(token);
  }

  /// Whether the cloud answered one of the requests at the start with an error.
  boolean refused() {
    return refused;
  }

  void expect(String token, long now) {
    requests = requests.with(token, now);
  }

  void expectForEvent(String token, long now) {
    events = events.with(token, now);
  }

  void expire(long now) {
    requests = requests.unexpired(now);
    events = events.unexpired(now);
  }

  /// Takes a message from the cloud.
  List<CloudJob> deliver(Downlink message) {
    switch (message.method()) {
      case "control" -> control(message);
      case "event_reply" -> events = events.without(message.token());
      case "get_status_reply" -> {
        boolean asked = requests.has(message.token());
        answered(message);
        if (asked && message.control() != null && message.code() == 0) {
          control(message);
          String payload = AtText.escape(Messages.clearControl(message.token()));
          return withState(CloudScript.publish(properties(), payload, 0), 0);
        }
      }
      default -> answered(message);
    }
    return List.of();
  }

  private void answered(Downlink message) {
    refused |= requests.has(message.token()) && message.code() != 0;
    requests = requests.without(message.token());
  }

  private void control(Downlink message) {
    Map<Property, String> wanted = message.control();
    controlToken = message.token();
    if (wanted == null || wanted.isEmpty()) {
      return;
    }
    wanted.forEach((property, text) -> properties = property.put(properties, text));
    changed.addAll(wanted.keySet());
    controlled = true;
  }

  /// Applies the whole record if any control came, and answers the last one (C5).
  List<CloudJob> answerControl() {
    if (!controlled) {
      return List.of();
    }
    controlled = false;
    globals.apply(properties.powerSwitch(), properties.countDown());
    return withState(
        CloudScript.publish(properties(), Messages.escapedControlReply(controlToken), CloudJob.ALL),
        CloudJob.ALL);
  }

  /// Everything, changed or not, while uploading is enabled; after that only what controls have
  /// changed.
  List<CloudJob> report() {
    if (globals.uploadEnabled) {
      properties = PropertyRecord.of(globals);
      changed.addAll(Property.ALL);
    }
    if (changed.isEmpty()) {
      return List.of();
    }
    String token = token();
    String payload = AtText.escape(Messages.report(token, properties, List.copyOf(changed)));
    changed.clear();
    if (requests.full()) {
      return List.of(CloudScript.state(0));
    }
    List<CloudJob> jobs = new ArrayList<>(CloudScript.publish(properties(), payload, 1));
    jobs.add(new CloudJob.Expect(token));
    return withState(jobs, 0);
  }

  /// The flag goes before the event is sent, whatever becomes of it (C4).
  List<CloudJob> event() {
    if (!globals.overcurrentEvent) {
      return List.of();
    }
    globals.overcurrentEvent = false;
    if (events.full()) {
      return List.of();
    }
    String token = token();
    String payload = AtText.escape(Messages.event(token));
    List<CloudJob> jobs =
        new ArrayList<>(CloudScript.publish(device.topic("up", "event"), payload, 1));
    jobs.add(new CloudJob.ExpectForEvent(token));
    return jobs;
  }

  /// Asks for the state of the connection first; without one, none of the jobs is done.
  private static List<CloudJob> withState(List<CloudJob> jobs, int skips) {
    List<CloudJob> all = new ArrayList<>();
    all.add(CloudScript.state(skips == CloudJob.ALL ? skips : jobs.size()));
    all.addAll(jobs);
    return all;
  }

  private String properties() {
    return device.topic("up", "property");
  }

  private String token() {
    return device.productId() + "-" + Integer.toUnsignedString(tokens++);
  }
}
