package io.sockettwin.firmware;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fixed run of steps that keeps the control loop from everything else (T4).
///
/// @param restarts whether the processor starts again at its end
record Sequence(Board.Shown shown, List<Step> steps, int position, boolean restarts) {

  private static final int WHITE = 0xFFFFFF;
  private static final int BLUE = 0x0000FF;

  /// The modem's answer is never seen: the caller outranks the task that would read it (T18).
  private static final int COMMAND_TIMEOUT = Delays.busy(2_000);

  static final Sequence NONE = new Sequence(Board.Shown.STANDBY, List.of(), 0, false);

  /// Three white blinks. Nothing is erased (T17).
  static final Sequence FACTORY_RESET =
      new Sequence(Board.Shown.FACTORY_RESET, factoryReset(), 0, false);

  static final Sequence PROVISIONING =
      new Sequence(Board.Shown.PROVISIONING, provisioning(), 0, true);

  /// Something done, and a wait after it.
  record Step(@Nullable Integer rgb, @Nullable String command, int milliseconds, boolean busy) {}

  void act(Step step, Board board) {
    if (step.rgb() != null) {
      board.lamp(shown, step.rgb());
    }
    if (step.command() != null) {
      board.modemCommand(step.command());
    }
  }

  @Nullable Step step() {
    return position < steps.size() ? steps.get(position) : null;
  }

  Sequence next() {
    return new Sequence(shown, steps, position + 1, restarts);
  }

  private static List<Step> factoryReset() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      steps.add(new Step(i % 2 == 0 ? 0 : WHITE, null, Delays.busy(500), true));
    }
    steps.add(new Step(0, null, 0, true));
    return List.copyOf(steps);
  }

  /// 30 s of waiting for the modem to be told the network, without looking whether it was.
  private static List<Step> provisioning() {
    List<Step> steps = new ArrayList<>();
    blink(steps, 4);
    command(steps, "AT+TCMQTTDISCONN");
    command(steps, "AT+CWQAP");
    command(steps, "AT+TCSTARTSMART");
    steps.add(new Step(null, null, 1_000, false));
    blink(steps, 60);
    command(steps, "AT+TCSTOPSMART");
    return List.copyOf(steps);
  }

  private static void blink(List<Step> steps, int times) {
    for (int i = 0; i < times; i++) {
      steps.add(new Step(i % 2 == 0 ? 0 : BLUE, null, 500, false));
    }
  }

  private static void command(List<Step> steps, String text) {
    steps.add(new Step(null, text, COMMAND_TIMEOUT, true));
  }
}
