package io.sockettwin.service.twin;

import java.util.function.Predicate;

/// Passes views of one twin that are newer than all before: the first one is read while changes
/// come already, so they may overtake it. Not for several threads.
final class Newer implements Predicate<TwinView> {
  private long passed = -1;

  @Override
  public boolean test(TwinView view) {
    boolean newer = view.version() > passed;
    passed = newer ? view.version() : passed;
    return newer;
  }
}
