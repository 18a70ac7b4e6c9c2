package io.sockettwin.twin;

import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.Value;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody's intent that the device take on values, and how far it has come.
///
/// @param pending properties still owed to the device when it asks with get_status
/// @param settledAt when the twin stopped following it; a stage that is not a last one is then the
///   last that became known
/// @param askedBy token of the get_status whose answer carried the control, until the device
///   answers; empty if that had none
/// @param code the device's answer
public record Control(
    String id,
    SequencedMap<String, Value> values,
    Set<String> pending,
    Stage stage,
    Instant acceptedAt,
    Instant expiresAt,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant settledAt,
    @Nullable String askedBy,
    int code,
    String status) {

  /// Devices are to send 64 characters at most (protocol section 5.3).
  public static final int MAX_STATUS_LENGTH = 128;

  /// How far a control has come.
  public enum Stage {
    /// Durable, and waiting for the device to connect and ask.
    ACCEPTED(false),
    /// Handed to the broker.
    SENT(false),
    /// The device answered that it took it, or cleared it.
    DELIVERED(false),
    /// A report shows it.
    APPLIED(true),
    /// The device reported another value after it took it.
    OVERRULED(true),
    /// The device answered that it did not take it.
    REFUSED(true),
    /// Not taken in time.
    EXPIRED(true),
    /// Newer controls name all its properties.
    SUPERSEDED(true),
    /// The device was changed by hand before it asked; the older intent gives way.
    REVOKED(true);

    private final boolean last;

    Stage(boolean last) {
      this.last = last;
    }

    /// Whether nothing follows.
    public boolean isLast() {
      return last;
    }
  }

  public Control {
    values = Ordered.copyOf(values);
    pending = Set.copyOf(pending);
    status = CleanText.of(status.substring(0, Math.min(status.length(), MAX_STATUS_LENGTH)));
  }

  static Control of(TwinInput.ControlRequested request, Instant now) {
    return new Control(
        request.id(),
        request.values(),
        request.values().keySet(),
        Stage.ACCEPTED,
        now,
        request.expiresAt(),
        null,
        null,
        null,
        null,
        0,
        "");
  }

  boolean isUndelivered() {
    return stage == Stage.ACCEPTED || stage == Stage.SENT;
  }

  /// On its way to the device or there: the device may take on its values at any moment.
  boolean isKnownToDevice() {
    return stage != Stage.ACCEPTED;
  }

  Control sent(Instant now) {
    return with(Stage.SENT, pending, sentAt == null ? now : sentAt, deliveredAt, null, askedBy);
  }

  Control carriedFor(String token, Instant now) {
    return with(Stage.SENT, pending, sentAt == null ? now : sentAt, deliveredAt, null, token);
  }

  Control owingOnly(Set<String> properties) {
    return with(stage, properties, sentAt, deliveredAt, settledAt, askedBy);
  }

  Control withoutPending(Set<String> properties) {
    Set<String> rest = new LinkedHashSet<>(pending);
    rest.removeAll(properties);
    return owingOnly(rest);
  }

  /// The device has it but did not act yet: stock clients clear first (protocol section 5.4).
  Control cleared(Instant now) {
    return with(Stage.DELIVERED, Set.of(), sentAt, now, null, askedBy);
  }

  Control taken(Instant now, String answer) {
    return with(
            Stage.DELIVERED, Set.of(), sentAt, deliveredAt == null ? now : deliveredAt, null, null)
        .answered(0, answer);
  }

  Control refused(Instant now, int answerCode, String answer) {
    return with(Stage.REFUSED, Set.of(), sentAt, deliveredAt, now, null)
        .answered(answerCode, answer);
  }

  Control settled(Stage last, Instant now) {
    return with(last, Set.of(), sentAt, deliveredAt, now, askedBy);
  }

  Control settled(Stage last, Instant now, String why) {
    return settled(last, now).answered(code, why);
  }

  private Control answered(int newCode, String newStatus) {
    return new Control(
        id,
        values,
        pending,
        stage,
        acceptedAt,
        expiresAt,
        sentAt,
        deliveredAt,
        settledAt,
        askedBy,
        newCode,
        newStatus);
  }

  private Control with(
      Stage newStage,
      Set<String> newPending,
      @Nullable Instant newSentAt,
      @Nullable Instant newDeliveredAt,
      @Nullable Instant newSettledAt,
      @Nullable String newAskedBy) {
    return new Control(
        id,
        values,
        newPending,
        newStage,
        acceptedAt,
        expiresAt,
        newSentAt,
        newDeliveredAt,
        newSettledAt,
        newAskedBy,
        code,
        status);
  }
}
