package io.sockettwin.service.timer;

import io.sockettwin.service.access.Level;
import io.sockettwin.service.access.Visible;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.timer.SunTimes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/// Refuses timers that could not work, and names every flaw.
@Singleton
class TimerCheck {
  private final DataSource database;
  private final Devices devices;
  private final Products products;
  private final SunTimes sun;
  private final Visible visible;

  TimerCheck(
      DataSource database, Devices devices, Products products, SunTimes sun, Visible visible) {
    this.database = database;
    this.devices = devices;
    this.products = products;
    this.sun = sun;
    this.visible = visible;
  }

  /// A timer whose rule comes true one day, and whose devices can do what it wants.
  Armed require(TimerDraft draft, Instant now) {
    List<Flaw> flaws = new ArrayList<>();
    if (ReadRule.of(draft.rule()) instanceof ReadRule.Invalid(var found)) {
      flaws.addAll(found);
    }
    checkActions(draft, flaws);
    refuseIf(flaws);
    Whereabout whereabout = whereabout(draft.actions().getFirst());
    Optional<Armed> armed = Armed.of(draft, whereabout);
    if (armed.isEmpty()) {
      flaws.add(missing(draft, whereabout));
    } else if (draft.enabledOrTrue() && armed.get().next(sun, now).isEmpty()) {
      flaws.add(never(draft.rule()));
    }
    refuseIf(flaws);
    return armed.orElseThrow();
  }

  private void checkActions(TimerDraft draft, List<Flaw> flaws) {
    Set<DeviceKey> named = new HashSet<>();
    for (int i = 0; i < draft.actions().size(); i++) {
      ActionDraft action = draft.actions().get(i);
      String field = "actions[" + i + "]";
      Optional<DeviceKey> device =
          DeviceKey.of(action.productId(), action.name())
              .filter(it -> devices.exists(it) && visible.may(it, Level.CONTROL));
      Optional<Product> product = device.flatMap(it -> products.find(it.productId()));
      if (product.isEmpty()) {
        flaws.add(new Flaw(field + ".name", "names no device of that product"));
      } else if (!named.add(device.orElseThrow())) {
        flaws.add(new Flaw(field + ".name", "names a device that has an action already"));
      } else if (product.get().template().checkControl(action.values())
          instanceof Check.Refused(int _, String _, String reason)) {
        flaws.add(new Flaw(field + ".values", reason));
      }
    }
  }

  private static Flaw missing(TimerDraft draft, Whereabout device) {
    return draft.timeZone() == null && device.timeZone() == null
        ? new Flaw("timeZone", "is needed: neither the first device nor its home has one")
        : new Flaw("position", "is needed: neither the first device nor its home has one");
  }

  private static Flaw never(RuleDraft rule) {
    return switch (rule.kind()) {
      case ONCE -> new Flaw("rule.at", "is past");
      case CRON -> new Flaw("rule.cron", "never comes true");
      case DAILY, WEEKLY, SUN -> new Flaw("rule", "never comes true there");
    };
  }

  private Whereabout whereabout(ActionDraft action) {
    return Sql.of(
            "select time_zone, latitude, longitude from whereabouts"
                + " where product_id = ? and name = ?",
            action.productId(),
            action.name())
        .first(database, Whereabout::read)
        .orElse(Whereabout.NOWHERE);
  }

  private static void refuseIf(List<Flaw> flaws) {
    if (!flaws.isEmpty()) {
      Flaw first = flaws.getFirst();
      String detail = "The timer does not fit: %s %s.".formatted(first.field(), first.message());
      throw Problem.of(ProblemCode.INVALID, detail, flaws).refused();
    }
  }
}
