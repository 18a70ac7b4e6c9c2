package io.sockettwin.loadsim.live;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.Message;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sockets say on the wire what they have to say, so that the same fleet can load other
/// systems.
public interface Dialect {

  /// What is published.
  record Packet(String topic, ByteBuffer payload) {
    static Packet of(String topic, byte[] payload) {
      return new Packet(topic, ByteBuffer.wrap(payload));
    }
  }

  /// What a socket presents when it connects; user name and password null if there is none.
  record Login(String clientId, @Nullable String userName, @Nullable String password) {}

  Login login(DeviceKey device, DeviceSecret secret, Hmac hmac);

  List<String> subscriptions(DeviceKey device);

  /// Null for what this dialect has no words for.
  @Nullable Packet encode(Message.Up message, DeviceKey device);

  /// Null for what is not understood.
  Message.@Nullable Down decode(String topic, byte[] payload, DeviceKey device);

  /// What the socket is to hear at once, since the other side answers no requests; null where it
  /// does.
  Message.@Nullable Down answer(Message.Up message);

  /// What the socket is to hear when the broker has acknowledged the message; null for nothing.
  Message.@Nullable Down acknowledged(Message.Up message);
}
