package io.sockettwin.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A virtual device on one connection at a time. Lives on its fleet's thread.
final class Device {
  /// What devices tell their fleet.
  interface Fleet {
    /// Logged in and subscribed.
    void ready(Device device);

    /// The broker took a report.
    void acknowledged(long token);

    /// The service answered a report.
    void answered(long token, int code);

    /// The cloud said something else.
    void heard(Device device, String payload);

    /// The connection ended, or did not come about.
    void lost(Device device);
  }

  final Identity identity;
  private final ReportPacket report;
  private final Fleet fleet;
  private @Nullable Channel channel;
  private int packetId;
  private int serial;
  private int unacknowledged;

  /// Tokens of the reports the broker has not taken yet, by packet identifier.
  private final Map<Integer, Long> tokens = new HashMap<>();

  Device(Identity identity, Fleet fleet) {
    this.identity = identity;
    this.report = new ReportPacket(identity.topic("up", "property"));
    this.fleet = fleet;
  }

  boolean isReady() {
    return channel != null;
  }

  /// Messages the broker has not taken yet.
  int unacknowledged() {
    return unacknowledged;
  }

  /// How many reports it has made.
  int serial() {
    return serial;
  }

  void report(long token) {
    int id = nextPacketId();
    tokens.put(id, token);
    send(report.next(open().alloc(), id, token, ++serial));
  }

  /// Says something else.
  void say(String subject, String payload) {
    int id = nextPacketId();
    send(Packets.publish(identity.topic("up", subject), id, payload));
  }

  private void send(ByteBuf packet) {
    var _ = open().writeAndFlush(packet, open().voidPromise());
  }

  private Channel open() {
    if (channel == null) {
      throw new IllegalStateException(identity.key() + " is not connected");
    }
    return channel;
  }

  private int nextPacketId() {
    packetId = packetId == 0xFFFF ? 1 : packetId + 1;
    unacknowledged++;
    return packetId;
  }

  void subscribed(Channel to) {
    channel = to;
    packetId = 1;
    fleet.ready(this);
  }

  void acknowledged(int id) {
    unacknowledged--;
    Long token = tokens.remove(id);
    if (token != null) {
      fleet.acknowledged(token);
    }
  }

  void answered(long token, int code) {
    fleet.answered(token, code);
  }

  void heard(String payload) {
    fleet.heard(this, payload);
  }

  void lost() {
    channel = null;
    unacknowledged = 0;
    tokens.clear();
    fleet.lost(this);
  }
}
