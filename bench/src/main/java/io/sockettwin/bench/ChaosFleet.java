package io.sockettwin.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Devices that go on reporting whatever is killed: each reconnects, and remembers what it was told
/// of everything it sent. Every hundredth message is an event.
final class ChaosFleet implements Device.Fleet, AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(10);
  private static final Duration RECONNECT = Duration.ofMillis(500);
  private static final int EVENT_EVERY = 100;
  private static final int MAX_UNACKNOWLEDGED = 10;
  private static final Pattern EVENT_REPLY =
      Pattern.compile("\"method\":\"event_reply\",\"clientToken\":\"e-(\\d+)\".*\"code\":0,");
  private static final Pattern CONTROL =
      Pattern.compile("\"method\":\"control\",\"clientToken\":\"([^\"]+)\"");

  private final FleetThread thread;
  private final List<Device> devices;
  private final int perTick;

  /// Tokens are numbered by one counter, so that a bit for each tells all.
  private final BitSet answeredReports = new BitSet();

  private final BitSet answeredEvents = new BitSet();
  private final BitSet acknowledgedReports = new BitSet();
  private final Set<String> controls = ConcurrentHashMap.newKeySet();
  private long token;
  private int turn;
  private volatile boolean quiet;

  ChaosFleet(InetSocketAddress broker, List<Identity> identities, int perSecond) {
    thread = new FleetThread(broker);
    devices = identities.stream().map(it -> new Device(it, this)).toList();
    perTick = (int) (perSecond * TICK.toMillis() / 1000);
    devices.forEach(thread::connect);
    var _ =
        thread.loop().scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tick() {
    for (int i = 0; i < perTick && !quiet; i++) {
      Device device = devices.get(turn++ % devices.size());
      if (device.isReady() && device.unacknowledged() < MAX_UNACKNOWLEDGED) {
        token++;
        if (token % EVENT_EVERY == 0) {
          device.say("event", event(token));
        } else {
          device.report(token);
        }
      }
    }
  }

  private static String event(long token) {
    return """
    {"method":"event_post","clientToken":"e-%d","eventId":"status_report","type":"info",\
    "timestamp":0,"params":{"status":1,"message":"overcurrent"}}\
    """
        .formatted(token);
  }

  /// Nothing new is said from now on.
  void quiet() {
    quiet = true;
  }

  /// What was told so far, seen by the fleet's own thread.
  Told told() throws Exception {
    return thread
        .loop()
        .submit(() ->
            new Told(
                token,
                (BitSet) answeredReports.clone(),
                (BitSet) answeredEvents.clone(),
                (BitSet) acknowledgedReports.clone(),
                Set.copyOf(controls)))
        .get();
  }

  /// @param sent number of messages that were sent at all
  /// @param answeredReports tokens of reports that the service answered with code 0
  /// @param acknowledgedReports tokens of reports whose PUBACK came
  /// @param controls ids of controls that arrived
  record Told(
      long sent,
      BitSet answeredReports,
      BitSet answeredEvents,
      BitSet acknowledgedReports,
      Set<String> controls) {}

  @Override
  public void ready(Device device) {
    device.say("property", "{\"method\":\"get_status\",\"clientToken\":\"again\"}");
  }

  @Override
  public void acknowledged(long acknowledgedToken) {
    acknowledgedReports.set((int) acknowledgedToken);
  }

  @Override
  public void answered(long answeredToken, int code) {
    if (code == 0) {
      answeredReports.set((int) answeredToken);
    }
  }

  @Override
  public void heard(Device device, String payload) {
    Matcher event = EVENT_REPLY.matcher(payload);
    Matcher control = CONTROL.matcher(payload);
    if (event.find()) {
      answeredEvents.set(Integer.parseInt(event.group(1)));
    } else if (control.find() && device.isReady()) {
      controls.add(control.group(1));
      device.say(
          "property",
          "{\"method\":\"control_reply\",\"clientToken\":\"%s\",\"code\":0,\"status\":\"\"}"
              .formatted(control.group(1)));
    }
  }

  @Override
  public void lost(Device device) {
    if (!thread.loop().isShuttingDown()) {
      var _ =
          thread
              .loop()
              .schedule(() -> thread.connect(device), RECONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
