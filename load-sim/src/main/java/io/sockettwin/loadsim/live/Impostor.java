package io.sockettwin.loadsim.live;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/// A cloned device: logs in as another, and leaves once it was let in.
final class Impostor implements MqttConnection.Owner {

  @Override
  public void accepted(MqttConnection from) {
    from.disconnect();
  }

  @Override
  public void refused(MqttConnection from, MqttConnectReturnCode code) {}

  @Override
  public void subscribed(MqttConnection from, boolean granted) {}

  @Override
  public void received(MqttConnection from, String topic, byte[] payload) {}

  @Override
  public void acknowledged(MqttConnection from, int packetId) {}

  @Override
  public void ended(MqttConnection from, boolean wasAccepted) {}
}
