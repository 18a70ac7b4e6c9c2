package io.sockettwin.loadsim.live;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.Decoded;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.MessageCodec;
import io.sockettwin.wire.Topic;
import io.sockettwin.wire.TopicKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The data-template protocol: what SocketTwin and the vendor's cloud speak.
final class DataTemplateDialect implements Dialect {

  private static final int CONNECTION_ID_LIMIT = 36 * 36 * 36 * 36 * 36;

  @Override
  public Login login(DeviceKey device, DeviceSecret secret, Hmac hmac) {
    String connectionId =
        Integer.toString(ThreadLocalRandom.current().nextInt(CONNECTION_ID_LIMIT), 36);
    Credentials signed = Credentials.sign(device, secret, hmac, connectionId, Credentials.NEVER);
    return new Login(signed.clientId(), signed.userName(), signed.password());
  }

  @Override
  public List<String> subscriptions(DeviceKey device) {
    return List.of(
        new Topic(TopicKind.PROPERTY_DOWN, device).name(),
        new Topic(TopicKind.EVENT_DOWN, device).name());
  }

  @Override
  public Packet encode(Message.Up message, DeviceKey device) {
    return Packet.of(MessageCodec.topicOf(message, device).name(), MessageCodec.encode(message));
  }

  @Override
  public Message.@Nullable Down decode(String topic, byte[] payload, DeviceKey device) {
    Optional<Topic> parsed = Topic.parse(topic);
    return parsed.isPresent()
            && MessageCodec.decodeDown(parsed.get(), payload)
                instanceof Decoded.Understood<Message.Down>(Message.Down message)
        ? message
        : null;
  }

  @Override
  public Message.@Nullable Down answer(Message.Up message) {
    return null;
  }

  @Override
  public Message.@Nullable Down acknowledged(Message.Up message) {
    return null;
  }
}
