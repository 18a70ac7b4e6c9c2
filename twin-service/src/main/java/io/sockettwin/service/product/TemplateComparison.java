package io.sockettwin.service.product;

import io.sockettwin.service.product.TemplateDifference.Kind;
import io.sockettwin.thing.Action;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.EventType;
import io.sockettwin.thing.Mode;
import io.sockettwin.thing.Param;
import io.sockettwin.thing.Property;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What changes for devices in the field when their product's data template does. A property may
/// always be added; events and actions carry exactly the parameters that are declared (protocol
/// section 6), so theirs may not.
final class TemplateComparison {
  private final List<TemplateDifference> differences = new ArrayList<>();

  private TemplateComparison() {}

  static List<TemplateDifference> between(DataTemplate before, DataTemplate after) {
    TemplateComparison comparison = new TemplateComparison();
    comparison.properties(before.properties(), after.properties());
    comparison.events(before.events(), after.events());
    comparison.actions(before.actions(), after.actions());
    return List.copyOf(comparison.differences);
  }

  private void properties(Map<String, Property> before, Map<String, Property> after) {
    compare(
        "properties",
        before,
        after,
        "reports that name it are refused, its last values are dropped",
        (path, change) -> {
          Optional<String> narrower =
              TypeComparison.narrower(change.before().type(), change.after().type());
          if (narrower.isPresent()) {
            changed(path, true, narrower.get());
          } else if (change.before().mode() == Mode.RW && change.after().mode() == Mode.R) {
            changed(path, true, "can no longer be set, pending controls of it are dropped");
          } else {
            changed(path, false, "takes everything it took before");
          }
        });
  }

  private void events(Map<String, EventType> before, Map<String, EventType> after) {
    compare(
        "events",
        before,
        after,
        "devices that post it are refused",
        (path, change) -> params(path, "", change.before().params(), change.after().params()));
  }

  private void actions(Map<String, Action> before, Map<String, Action> after) {
    compare(
        "actions",
        before,
        after,
        "it can no longer be asked for",
        (path, change) -> {
          params(path, ".input", change.before().input(), change.after().input());
          params(path, ".output", change.before().output(), change.after().output());
        });
  }

  private void params(
      String path, String list, Map<String, Param> before, Map<String, Param> after) {
    if (!before.keySet().equals(after.keySet())) {
      changed(path + list, true, "has other parameters, and devices send exactly the old ones");
      return;
    }
    if (before.equals(after)) {
      return;
    }
    for (Param param : before.values()) {
      Param now = after.getOrDefault(param.id(), param);
      Optional<String> narrower = TypeComparison.narrower(param.type(), now.type());
      if (!now.equals(param)) {
        changed(
            path + list + "." + param.id(),
            narrower.isPresent(),
            narrower.orElse("takes everything it took before"));
      }
    }
  }

  private record Change<T>(T before, T after) {}

  private <T> void compare(
      String list,
      Map<String, T> before,
      Map<String, T> after,
      String consequence,
      BiConsumer<String, Change<T>> difference) {
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (String id : all) {
      String path = list + "." + id;
      T old = before.get(id);
      T now = after.get(id);
      if (old == null) {
        differences.add(new TemplateDifference(path, Kind.ADDED, false, "is new"));
      } else if (now == null) {
        differences.add(
            new TemplateDifference(path, Kind.REMOVED, true, "is gone: " + consequence));
      } else if (!old.equals(now)) {
        difference.accept(path, new Change<>(old, now));
      }
    }
  }

  private void changed(String path, boolean breaking, String detail) {
    differences.add(new TemplateDifference(path, Kind.CHANGED, breaking, detail));
  }
}
