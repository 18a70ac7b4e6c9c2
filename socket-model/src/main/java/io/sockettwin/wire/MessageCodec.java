package io.sockettwin.wire;

import io.sockettwin.thing.DeviceKey;

/// Messages from and to bytes: tolerant in what it reads (protocol section 19), exact and compact
/// in what it writes, since vendor tests look for texts like `"code":0`.
public final class MessageCodec {
  /// The protocol's packet limit (section 2.8); larger payloads are refused unread.
  public static final int MAX_PAYLOAD_BYTES = 64 * 1024;

  /// What the socket firmware's buffer leaves for a payload (protocol section 2.8). A
  /// get_status_reply that would be longer loses its metadata.
  public static final int DEVICE_PAYLOAD_BYTES = 900;

  private MessageCodec() {}

  /// Reads what a device said.
  public static Decoded<Message.Up> decodeUp(Topic topic, byte[] payload) {
    return UpDecoder.decode(topic, payload);
  }

  /// Reads what the cloud said.
  public static Decoded<Message.Down> decodeDown(Topic topic, byte[] payload) {
    return DownDecoder.decode(topic, payload);
  }

  public static byte[] encode(Message message) {
    return switch (message) {
      case Message.Up up -> UpEncoder.encode(up);
      case Message.Down down -> DownEncoder.encode(down);
    };
  }

  /// Where a message of or to this device is published.
  public static Topic topicOf(Message message, DeviceKey device) {
    return switch (message) {
      case Message.Up up -> UpEncoder.topicOf(up, device);
      case Message.Down down -> DownEncoder.topicOf(down, device);
    };
  }
}
