package io.sockettwin.firmware;

import io.sockettwin.firmware.CloudJob.Ask;
import io.sockettwin.wire.at.AtLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cloud task of the original: what it says to the modem, and what it makes of the answers
/// (firmware section 9).
///
/// Times are milliseconds since power-up. Mutable, for the length of one step; what outlives it is
/// a [#copy].
final class CloudTask {

  /// The ring the modem's bytes go through; a longer line never arrives whole.
  private static final int MAX_LINE = 1_024;

  private static final int MAX_INBOX = 16;

  /// What the task waits for.
  private enum Wait {
    TIME,
    RESULT,
    NEWS,
    DATA,
    REPLY,
    NOTHING
  }

  private final Dialogue dialogue;
  private final Deque<CloudJob> jobs = new ArrayDeque<>();
  private final Deque<String> inbox = new ArrayDeque<>();
  private Wait wait = Wait.TIME;
  private long until;
  private @Nullable CloudJob current;
  private boolean connected;
  private boolean newsCame;
  private boolean deaf;
  private boolean faulted;

  private CloudTask(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /// The task at power-up.
  static CloudTask powerUp(DeviceInfo device, Globals globals) {
    Dialogue dialogue = new Dialogue(device, globals);
    CloudTask task = new CloudTask(dialogue);
    task.jobs.addAll(dialogue.start());
    return task;
  }

  CloudTask copy(Globals copiedGlobals) {
    CloudTask copy = new CloudTask(dialogue.copy(copiedGlobals));
    copy.jobs.addAll(jobs);
    copy.inbox.addAll(inbox);
    copy.wait = wait;
    copy.until = until;
    copy.current = current;
    copy.connected = connected;
    copy.newsCame = newsCame;
    copy.deaf = deaf;
    copy.faulted = faulted;
    return copy;
  }

  /// When the task acts next if nothing comes from the modem.
  long until() {
    return until;
  }

  boolean ended() {
    return wait == Wait.NOTHING;
  }

  /// Whether it will never say anything again: it has ended, or hears nothing any more.
  boolean silenced() {
    return deaf || ended();
  }

  /// It has written through a wrong pointer: with it, the whole device stops.
  boolean faulted() {
    return faulted;
  }

  /// A line from the modem, sorted as the parser task does it. After the notice of a lost
  /// connection there is no parser task any more (C12).
  void line(String line, long now, Modem modem) {
    if (deaf || ended() || line.length() > MAX_LINE) {
      return;
    }
    if (line.startsWith("+TCMQTTDISCON")) {
      deaf = true;
    } else if (line.startsWith("+TCMQTTRCVPUB:")) {
      received(line);
      if (wait == Wait.REPLY) {
        lookForReply(now, modem);
      }
    } else if (line.startsWith("+TCMQTTSTATE:")) {
      connected = line.equals("+TCMQTTSTATE:1");
    } else {
      answered(line, now, modem);
    }
  }

  private void received(String line) {
    if (AtLine.parse(line) instanceof AtLine.Received(String topic, String payload)
        && topic.startsWith("$thing/down/")
        && inbox.size() < MAX_INBOX) {
      inbox.add(payload);
    }
  }

  private void answered(String line, long now, Modem modem) {
    if (current instanceof Ask ask && !ask.needs().isEmpty() && line.startsWith(ask.needs())) {
      newsCame = true;
      if (wait == Wait.NEWS) {
        go(now, modem);
      }
    } else if (wait == Wait.RESULT && line.startsWith("OK")) {
      succeeded(now, modem);
    } else if (wait == Wait.RESULT && (line.contains("ERROR") || line.startsWith("FAIL"))) {
      failed(now, modem);
    } else if (wait == Wait.DATA && line.startsWith("+TCMQTTPUBL:")) {
      go(now, modem);
    }
  }

  private void succeeded(long now, Modem modem) {
    if (!(current instanceof Ask ask)) {
      throw new IllegalStateException("a result without a command");
    }
    if (ask.asksForState() && !connected) {
      failed(now, modem);
    } else if (!ask.needs().isEmpty() && !newsCame) {
      wait = Wait.NEWS;
      until = now + ask.patience();
    } else {
      go(now, modem);
    }
  }

  /// Begins, goes on after a pause, or gives up waiting. Never before [#until], but maybe after:
  /// the control loop outranks this task (T20).
  void resume(long now, Modem modem) {
    switch (wait) {
      case TIME, DATA -> go(now, modem);
      case RESULT, NEWS -> failed(now, modem);
      case REPLY -> {
        faulted = true;
        end();
      }
      case NOTHING -> throw new IllegalStateException("the cloud task has ended");
    }
  }

  private void failed(long now, Modem modem) {
    int skips = current instanceof Ask ask ? ask.skips() : 0;
    if (skips == CloudJob.ALL) {
      end();
      return;
    }
    for (int i = 0; i < skips; i++) {
      jobs.remove();
    }
    go(now, modem);
  }

  private void end() {
    wait = Wait.NOTHING;
    until = Long.MAX_VALUE;
    current = null;
    jobs.clear();
    inbox.clear();
  }

  /// Does one job after the other until one has to wait.
  private void go(long now, Modem modem) {
    current = null;
    wait = Wait.TIME;
    while (current == null && !ended()) {
      if (jobs.isEmpty()) {
        jobs.addAll(CloudScript.MAIN_LOOP);
      }
      start(jobs.remove(), now, modem);
    }
  }

  private void start(CloudJob job, long now, Modem modem) {
    switch (job) {
      case CloudJob.Sleep(int milliseconds) -> await(job, Wait.TIME, now + milliseconds);
      case CloudJob.Say(String command) -> modem.command(command);
      case Ask ask -> {
        newsCame = false;
        connected &= !ask.asksForState();
        await(ask, Wait.RESULT, now + CloudScript.PATIENCE);
        modem.command(ask.command());
      }
      case CloudJob.Data(String payload) -> {
        await(job, Wait.DATA, now + CloudScript.PATIENCE);
        modem.data(payload);
      }
      case CloudJob.Expect(String token) -> dialogue.expect(token, now);
      case CloudJob.ExpectForEvent(String token) -> dialogue.expectForEvent(token, now);
      case CloudJob.Await await -> {
        await(await, Wait.REPLY, now + CloudScript.PATIENCE);
        lookForReply(now, modem);
      }
      case CloudJob.Look(CloudJob.After after) -> urgent(look(after, now));
    }
  }

  private void await(CloudJob job, Wait what, long time) {
    current = job;
    wait = what;
    until = time;
  }

  /// What came is dealt with at once; if the answer is among it, the task goes on.
  private void lookForReply(long now, Modem modem) {
    if (!(current instanceof CloudJob.Await(String token))) {
      throw new IllegalStateException("waits for no reply");
    }
    List<CloudJob> asides = deliver();
    if (dialogue.refused()) {
      end();
    } else if (!dialogue.expects(token)) {
      List<CloudJob> next = new ArrayList<>(asides);
      next.add(new CloudJob.Sleep(1));
      urgent(next);
      go(now, modem);
    }
  }

  private List<CloudJob> look(CloudJob.After after, long now) {
    return switch (after) {
      case DOWNLINK -> {
        List<CloudJob> asides = deliver();
        dialogue.expire(now);
        yield asides;
      }
      case CONTROL -> dialogue.answerControl();
      case REPORT -> dialogue.report();
      case EVENT -> dialogue.event();
    };
  }

  private List<CloudJob> deliver() {
    List<CloudJob> asides = new ArrayList<>();
    while (!inbox.isEmpty()) {
      Downlink message = Downlink.parse(inbox.remove());
      if (message != null) {
        asides.addAll(dialogue.deliver(message));
      }
    }
    return asides;
  }

  private void urgent(List<CloudJob> first) {
    first.reversed().forEach(jobs::addFirst);
  }
}
