package io.sockettwin.agent.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.page.Subject.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HeldButtonTest {

  private static final Touch.Button DOWN = new Touch.Button(true);
  private static final Touch.Button UP = new Touch.Button(false);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<Touch.Button> touches = new CopyOnWriteArrayList<>();

  @Test
  void saysOnceWhatIsSaidAgainAndAgain() {
    try (HeldButton button = button(LONG)) {
      button.touch(UP);
      button.touch(DOWN);
      button.touch(DOWN);
      button.touch(UP);
      button.touch(UP);
    }
    assertThat(touches).containsExactly(DOWN, UP);
  }

  @Test
  void letsGoForAPageThatHasFallenSilent() {
    try (HeldButton button = button(Duration.ofMillis(50))) {
      button.touch(DOWN);

      await().until(() -> touches.equals(List.of(DOWN, UP)));
      button.touch(DOWN);
      await().until(() -> touches.equals(List.of(DOWN, UP, DOWN, UP)));
    }
  }

  @Test
  void holdsOnAsLongAsThePageSaysSo() {
    try (HeldButton button = button(Duration.ofMillis(500))) {
      await()
          .pollInterval(Duration.ofMillis(50))
          .during(Duration.ofSeconds(1))
          .until(() -> {
            button.touch(DOWN);
            return touches.equals(List.of(DOWN));
          });
    }
  }

  @Test
  void isNotHeldWhenItCannotBePressed() {
    try (HeldButton button = new HeldButton(touch -> Answer.NOT_EMULATED, LONG)) {
      assertThat(button.touch(DOWN)).isEqualTo(Answer.NOT_EMULATED);
      assertThat(button.touch(DOWN)).isEqualTo(Answer.NOT_EMULATED);
      assertThat(button.touch(UP)).isEqualTo(Answer.DONE);
    }
  }

  private HeldButton button(Duration patience) {
    return new HeldButton(
        touch -> {
          touches.add(touch);
          return Answer.DONE;
        },
        patience);
  }
}
