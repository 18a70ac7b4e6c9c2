package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.DeviceRates;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.thing.DeviceKey;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A scenario against a service, from the first device created to the last one deleted.
public final class LiveRun {

  /// Devices of a service whose products nobody can ask for.
  private static final String ANY_PRODUCT = "LOADSIM001";

  private static final int LEAST_ID = 36 * 36 * 36;

  private final Scenario scenario;
  private final Target target;
  private final Progress progress;
  private final Trace trace;
  private final String runId =
      Integer.toString(ThreadLocalRandom.current().nextInt(LEAST_ID, LEAST_ID * 36), 36);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  public LiveRun(Scenario scenario, Target target, Progress progress, Trace trace) {
    this.scenario = scenario;
    this.target = target;
    this.progress = progress;
    this.trace = trace;
  }

  /// Breaks the run off; what is known by then becomes its result.
  public void interrupt() {
    interrupted.countDown();
  }

  /// Makes the run.
  ///
  /// @throws CannotRun with the reason in a sentence
  public Result run() throws InterruptedException {
    Descriptors.require(scenario.sockets());
    DeviceRates.warnings(scenario).forEach(progress::warning);
    if (target.api() == null) {
      return measured(null, strangers());
    }
    try (Api api = new Api(target.api(), target.accessKey())) {
      String product = new Registry(api).product(target.product());
      if (target.devices() != null) {
        return measured(api, ListedIdentities.read(target.devices(), scenario.sockets()));
      }
      Batch batch = Batch.create(api, product, runId, scenario.sockets());
      try {
        return measured(api, batch.identities(scenario.sockets()));
      } finally {
        if (!target.keep()) {
          batch.delete(progress::warning);
        }
      }
    }
  }

  /// Identities for a service that is not ours.
  private Identities strangers() {
    if (target.devices() != null) {
      return ListedIdentities.read(target.devices(), scenario.sockets());
    }
    String product = target.product() == null ? ANY_PRODUCT : target.product();
    return new DrawnIdentities(product, runId, scenario.sockets());
  }

  private Result measured(@Nullable Api api, Identities identities) throws InterruptedException {
    InetSocketAddress service =
        new InetSocketAddress(target.service().host(), target.service().port());
    if (service.isUnresolved()) {
      throw new CannotRun("there is no host called " + target.service().host());
    }
    RunClock clock = new RunClock();
    Wiring wiring = new Wiring(service, target.sources(), target.dialect(), identities);
    List<DeviceKey> devices = identities.devices();
    try (Controls controls =
            api == null ? null : new Controls(api, clock, devices, scenario.seed());
        Alarms alarms =
            api == null || !scenario.alarms()
                ? null
                : Alarms.follow(api, clock, progress, runId, devices);
        Timers timers =
            api == null || scenario.timers() == null
                ? null
                : Timers.set(api, clock, progress, scenario.timers(), runId, devices)) {
      Followers followers = new Followers(controls, alarms, timers);
      if (timers != null) {
        var _ = interrupted.await(timers.untilBeginNanos(), TimeUnit.NANOSECONDS);
      }
      return course(api, clock, wiring, followers);
    }
  }

  private Result course(@Nullable Api api, RunClock clock, Wiring wiring, Followers followers)
      throws InterruptedException {
    try (LiveFleet fleet =
        new LiveFleet(scenario, runId, clock, wiring, target.loops(), followers, trace)) {
      LiveAudit audit = new LiveAudit(scenario, api, clock.start(), followers, progress);
      return new Course(scenario, target, progress, interrupted, clock, fleet, followers, audit)
          .run();
    }
  }
}
