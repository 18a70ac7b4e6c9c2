package io.sockettwin.loadsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final int MEMBERS = 50;

  @Test
  void givesWhatASortedMapWouldGive() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom dice = new SplittableRandom(seed);
      Agenda agenda = new Agenda(MEMBERS);
      TreeMap<Integer, Long> oracle = new TreeMap<>();
      for (int step = 0; step < 2_000; step++) {
        String where = "seed " + seed + ", step " + step;
        if (!oracle.isEmpty() && dice.nextInt(4) == 0) {
          int first =
              oracle.keySet().stream()
                  .min(Comparator.<Integer>comparingLong(oracle::get).thenComparingInt(it -> it))
                  .orElseThrow();
          assertThat(agenda.nextDue()).as(where).isEqualTo(oracle.remove(first));
          assertThat(agenda.take()).as(where).isEqualTo(first);
        } else {
          int member = dice.nextInt(MEMBERS);
          long due = dice.nextInt(8) == 0 ? Agenda.NEVER : dice.nextLong(20);
          agenda.set(member, due);
          if (due == Agenda.NEVER) {
            oracle.remove(member);
          } else {
            oracle.put(member, due);
          }
        }
      }
    }
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(new Agenda(3).nextDue()).isEqualTo(Agenda.NEVER);
  }
}
