package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.check.Audit;
import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Difference.Kind;
import io.sockettwin.loadsim.check.Seen;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares each socket with what the service shows of it.
final class LiveAudit {

  private final Scenario scenario;
  private final @Nullable Api api;
  private final Instant from;
  private final Followers followers;
  private final Progress progress;

  /// @param api null where there is nothing to look at but the ledger
  LiveAudit(
      Scenario scenario, @Nullable Api api, Instant from, Followers followers, Progress progress) {
    this.scenario = scenario;
    this.api = api;
    this.from = from;
    this.followers = followers;
    this.progress = progress;
  }

  /// How many devices can be looked at.
  int reach() {
    return api == null ? 0 : scenario.sockets();
  }

  /// All differences, ordered by device. A service that cannot be asked is one as well.
  List<Difference> of(List<LiveFleet.Account> accounts) throws InterruptedException {
    List<Difference> differences = Collections.synchronizedList(new ArrayList<>());
    try {
      Registry registry = api == null ? null : new Registry(api);
      if (followers.alarms() != null) {
        followers.alarms().read();
      }
      History history = api == null ? null : new History(api, from);
      Errands.forEach(
          accounts.size(),
          number -> differences.addAll(compare(accounts.get(number), registry, history)),
          done -> progress.preparing("looking at twins", done, accounts.size()));
      if (followers.controls() != null) {
        differences.addAll(followers.controls().lost());
      }
    } catch (CannotRun e) {
      differences.add(
          new Difference("the service", Kind.UNREACHABLE, String.valueOf(e.getMessage())));
    }
    return differences.stream().sorted(Comparator.comparing(Difference::device)).toList();
  }

  private List<Difference> compare(
      LiveFleet.Account account, @Nullable Registry registry, @Nullable History history) {
    DeviceKey device = account.member().device();
    boolean flashed = account.member().make().firmware();
    Seen seen =
        registry == null || history == null
            ? null
            : registry.look(device, history, flashed, followers);
    return new Audit(scenario.lateAfter(), flashed ? Audit.FIRMWARE_EVENTS_PER_TRIP : 1)
        .compare(device, account.truth(), account.up(), seen);
  }
}
