package io.sockettwin.service.action;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who waits for which answer of which device.
final class Waiting {
  /// Each is a request that somebody holds open.
  static final int MAX = 1_000;

  /// Flashed devices have buffers for one or two messages (protocol section 2.8).
  static final int MAX_FOR_A_DEVICE = 8;

  private record Call(DeviceKey device, String token) {}

  private final Map<Call, CompletableFuture<Optional<Message.Up>>> calls =
      new ConcurrentHashMap<>();

  /// The answer to come, empty if the device leaves before; null when too many wait already.
  synchronized @Nullable CompletableFuture<Optional<Message.Up>> begin(
      DeviceKey device, String token) {
    if (calls.size() >= MAX
        || calls.keySet().stream().filter(call -> call.device().equals(device)).count()
            >= MAX_FOR_A_DEVICE) {
      return null;
    }
    CompletableFuture<Optional<Message.Up>> answer = new CompletableFuture<>();
    calls.put(new Call(device, token), answer);
    return answer;
  }

  void end(DeviceKey device, String token) {
    calls.remove(new Call(device, token));
  }

  /// Passes an answer on.
  ///
  /// @return whether somebody waited for it
  boolean answered(DeviceKey device, String token, Message.Up answer) {
    CompletableFuture<Optional<Message.Up>> waiting = calls.get(new Call(device, token));
    return waiting != null && waiting.complete(Optional.of(answer));
  }

  boolean isFor(DeviceKey device) {
    return calls.keySet().stream().anyMatch(call -> call.device().equals(device));
  }

  void left(DeviceKey device) {
    calls.forEach((call, waiting) -> {
      if (call.device().equals(device)) {
        waiting.complete(Optional.empty());
      }
    });
  }

  int size() {
    return calls.size();
  }
}
