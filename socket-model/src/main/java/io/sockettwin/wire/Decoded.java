package io.sockettwin.wire;

import org.jspecify.annotations.Nullable;

/// What became of bytes from the other side.
public sealed interface Decoded<M extends Message> {

  record Understood<M extends Message>(M message) implements Decoded<M> {}

  /// Not understood, for a `reason` that is safe to log. Without a reply it is dropped and counted.
  record Refused<M extends Message>(int code, String reason, Message.@Nullable Down reply)
      implements Decoded<M> {}
}
