package io.sockettwin.loadsim.time;

import java.util.Arrays;

/// When each of a fixed number of members is due next: a binary heap that knows where each of them
/// stands, so that a member has one entry at most and a new time replaces the old one.
///
/// Of two that are due at the same time the one with the smaller number comes first, whatever the
/// order they were entered in: runs from a seed depend on it.
public final class Agenda {

  public static final long NEVER = Long.MAX_VALUE;

  private static final int ABSENT = -1;

  private final long[] due;
  private final int[] place;
  private final int[] heap;
  private int size;

  public Agenda(int members) {
    due = new long[members];
    place = new int[members];
    heap = new int[members];
    Arrays.fill(place, ABSENT);
  }

  /// Enters a member, or moves it; with [#NEVER] it is taken out.
  public void set(int member, long nanos) {
    int at = place[member];
    if (nanos == NEVER) {
      if (at != ABSENT) {
        remove(member);
      }
      return;
    }
    long before = due[member];
    due[member] = nanos;
    if (at == ABSENT) {
      place(member, size++);
      up(size - 1);
    } else if (nanos < before) {
      up(at);
    } else if (nanos > before) {
      down(at);
    }
  }

  /// When the first is due; [#NEVER] if none is.
  public long nextDue() {
    return size == 0 ? NEVER : due[heap[0]];
  }

  /// Takes out the first.
  public int take() {
    if (size == 0) {
      throw new IllegalStateException("nothing is due");
    }
    int first = heap[0];
    remove(first);
    return first;
  }

  private void remove(int member) {
    int at = place[member];
    place[member] = ABSENT;
    int last = heap[--size];
    if (last != member) {
      place(last, at);
      up(at);
      down(place[last]);
    }
  }

  private void up(int from) {
    int at = from;
    int member = heap[at];
    while (at > 0 && before(member, heap[(at - 1) / 2])) {
      place(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    place(member, at);
  }

  private void down(int from) {
    int at = from;
    int member = heap[at];
    for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child + 1], heap[child])) {
        child++;
      }
      if (!before(heap[child], member)) {
        break;
      }
      place(heap[child], at);
      at = child;
    }
    place(member, at);
  }

  private boolean before(int a, int b) {
    return due[a] < due[b] || (due[a] == due[b] && a < b);
  }

  private void place(int member, int at) {
    heap[at] = member;
    place[member] = at;
  }
}
