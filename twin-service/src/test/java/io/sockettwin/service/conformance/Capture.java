package io.sockettwin.service.conformance;

import io.sockettwin.wire.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recorded traffic of a real client, as it stands in the test resources of socket-model, of the
/// product of these tests.
record Capture(String file, List<Session> sessions) {
  private static final Path FOLDER = Path.of("../socket-model/src/test/resources/captures");

  private static final Pattern CONNECT =
      Pattern.compile("clientId=(\\S+) username=(\\S+) password=(\\S+)");
  private static final Pattern SUBSCRIBE =
      Pattern.compile("C->S SUBSCRIBE +id=\\d+ (\\S+) qos=(\\d)");
  private static final Pattern UNSUBSCRIBE = Pattern.compile("C->S UNSUBSCRIBE id=\\d+ (\\S+)");
  private static final Pattern PUBLISH =
      Pattern.compile(
          "(C->S|S->C) PUBLISH +qos=(\\d) retain=\\d dup=\\d (?:id=\\d+ )?(\\S+) (.*)$",
          Pattern.DOTALL);

  /// What one connection consists of.
  record Session(Step.Connect connect, List<Step> steps) {}

  /// Something one of both sides did.
  sealed interface Step {
    record Connect(Credentials login) implements Step {}

    record Subscribe(String filter, int qos) implements Step {}

    record Unsubscribe(String filter) implements Step {}

    record Disconnect() implements Step {}

    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Said(String topic, int qos, byte[] payload) implements Step {}

    /// What the stand-in cloud said: what kind of answer the client could go on with.
    record Answered(String topic, String payload) implements Step {}
  }

  static List<String> lines(String file) {
    try {
      // One character a byte, so that binary payloads come through.
      return List.of(
          Files.readString(FOLDER.resolve(file), StandardCharsets.ISO_8859_1).split("\n", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Capture read(String file) {
    List<Session> sessions = new ArrayList<>();
    for (String line : lines(file)) {
      step(line)
          .ifPresent(step -> {
            if (step instanceof Step.Connect connect) {
              sessions.add(new Session(connect, new ArrayList<>()));
            } else if (!sessions.isEmpty()) {
              sessions.getLast().steps().add(step);
            }
          });
    }
    return new Capture(file, sessions);
  }

  private static Optional<Step> step(String line) {
    Matcher publish = PUBLISH.matcher(line);
    if (publish.find()) {
      String topic = Moved.text(publish.group(3));
      byte[] payload = Moved.text(publish.group(4)).getBytes(StandardCharsets.ISO_8859_1);
      return Optional.of(
          publish.group(1).equals("C->S")
              ? new Step.Said(topic, Integer.parseInt(publish.group(2)), payload)
              : new Step.Answered(topic, new String(payload, StandardCharsets.UTF_8)));
    }
    Matcher subscribe = SUBSCRIBE.matcher(line);
    if (subscribe.find()) {
      return Optional.of(
          new Step.Subscribe(Moved.text(subscribe.group(1)), Integer.parseInt(subscribe.group(2))));
    }
    Matcher unsubscribe = UNSUBSCRIBE.matcher(line);
    if (unsubscribe.find()) {
      return Optional.of(new Step.Unsubscribe(Moved.text(unsubscribe.group(1))));
    }
    Matcher connect = CONNECT.matcher(line);
    if (line.contains("C->S CONNECT ") && connect.find()) {
      return Optional.of(
          new Step.Connect(Moved.login(connect.group(1), connect.group(2), connect.group(3))));
    }
    return line.contains("C->S DISCONNECT") ? Optional.of(new Step.Disconnect()) : Optional.empty();
  }
}
