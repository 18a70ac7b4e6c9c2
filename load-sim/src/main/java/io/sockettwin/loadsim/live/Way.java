package io.sockettwin.loadsim.live;

import io.sockettwin.loadsim.fleet.Member;
import io.sockettwin.thing.DeviceKey;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One socket's way to the service: where from, as whom, in which dialect.
record Way(Member member, Lane lane, Wiring wiring) {

  DeviceKey device() {
    return member.device();
  }

  Dialect dialect() {
    return wiring.dialect();
  }

  /// Opens a connection that its owner is told of.
  MqttConnection open(MqttConnection.Owner owner) {
    int keepAliveSeconds = (int) Math.max(1, member.make().keepAlive().toSeconds());
    MqttConnection connection = new MqttConnection(owner, login(), keepAliveSeconds);
    connection.open(wiring.bootstrap(lane, connection), wiring.service(), source());
    return connection;
  }

  private Dialect.Login login() {
    return wiring
        .dialect()
        .login(device(), wiring.identities().secret(member.number()), member.make().hmac());
  }

  private @Nullable InetSocketAddress source() {
    return wiring.source(member.number());
  }
}
