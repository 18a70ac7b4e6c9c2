package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Ledger;
import io.sockettwin.loadsim.fleet.Trace;
import io.sockettwin.loadsim.report.Result;
import io.sockettwin.loadsim.scenario.Scenario;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
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
    if (target.api() == null) {
      return measured(null, identities(null));
    }
    try (Api api = new Api(target.api(), target.accessKey())) {
      Registry registry = new Registry(api);
      Identities identities = identities(registry);
      if (target.devices() != null) {
        return measured(api, identities);
      }
      try {
        registry.create(identities, this::created);
        return measured(api, identities);
      } finally {
        if (!target.keep()) {
          cleanUp(registry, identities);
        }
      }
    }
  }

  private Identities identities(@Nullable Registry registry) {
    if (target.devices() != null) {
      return ListedIdentities.read(target.devices(), scenario.sockets());
    }
    String wanted = target.product();
    if (registry != null) {
      return new DrawnIdentities(registry.product(wanted), runId, scenario.sockets());
    }
    return new DrawnIdentities(wanted == null ? ANY_PRODUCT : wanted, runId, scenario.sockets());
  }

  private void created(int count) {
    if (interrupted.getCount() == 0) {
      throw new CannotRun("broken off before the run began");
    }
    progress.preparing("creating devices", count, scenario.sockets());
  }

  /// What is left behind must not hide what the run has found.
  private void cleanUp(Registry registry, Identities identities) throws InterruptedException {
    try {
      registry.delete(
          identities, done -> progress.preparing("deleting devices", done, scenario.sockets()));
    } catch (CannotRun e) {
      progress.warning("devices sim-" + runId + "-* are left at the service: " + e.getMessage());
    }
  }

  private Result measured(@Nullable Api api, Identities identities) throws InterruptedException {
    InetSocketAddress service =
        new InetSocketAddress(target.service().host(), target.service().port());
    if (service.isUnresolved()) {
      throw new CannotRun("there is no host called " + target.service().host());
    }
    RunClock clock = new RunClock();
    Wiring wiring = new Wiring(service, target.sources(), target.dialect(), identities);
    Controls controls =
        api == null ? null : new Controls(api, clock, identities.devices(), scenario.seed());
    Ledger.ControlEar ear = controls == null ? (_, _) -> {} : controls::heard;
    try (LiveFleet fleet =
        new LiveFleet(scenario, runId, clock, wiring, target.loops(), ear, trace)) {
      LiveAudit audit = new LiveAudit(scenario, api, clock.start(), controls, progress);
      return new Course(scenario, target, progress, interrupted, clock, fleet, controls, audit)
          .run();
    } finally {
      if (controls != null) {
        controls.close();
      }
    }
  }
}
