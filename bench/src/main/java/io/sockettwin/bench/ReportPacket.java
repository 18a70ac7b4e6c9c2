package io.sockettwin.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/// A device's report of all eight properties as one PUBLISH packet, made once and then patched in
/// place, so that a report costs the generator next to nothing.
final class ReportPacket {
  static final int TOKEN_DIGITS = 12;

  private static final String TOKEN = "000000000000";
  private static final String PAYLOAD =
      """
      {"method":"report","clientToken":"%s","params":{"power_switch":1,"count_down":0,\
      "voltage":220.0,"current":4.500,"active_power":1000.0,"power_factor":0.98,\
      "apparent_power":1010.0,"total_kwh":1000.000}}\
      """
          .formatted(TOKEN);

  private final byte[] packet;
  private final int packetIdAt;
  private final int tokenAt;
  private final int voltageAt;
  private final int powerAt;
  private final int energyAt;

  ReportPacket(String topic) {
    ByteBuf made = Packets.publish(topic, 0, PAYLOAD);
    packet = new byte[made.readableBytes()];
    made.readBytes(packet);
    String text = new String(packet, StandardCharsets.ISO_8859_1);
    int payloadAt = text.indexOf("{\"method\"");
    packetIdAt = payloadAt - 2;
    tokenAt = text.indexOf(TOKEN, payloadAt);
    voltageAt = text.indexOf("220.0");
    powerAt = text.indexOf("1000.0,");
    energyAt = text.indexOf("1000.000");
  }

  /// @param token told back by the service
  /// @param serial of this device's report: its energy is 1000 kWh and one Wh for each
  ByteBuf next(ByteBufAllocator allocator, int packetId, long token, int serial) {
    packet[packetIdAt] = (byte) (packetId >> 8);
    packet[packetIdAt + 1] = (byte) packetId;
    digits(tokenAt, TOKEN_DIGITS, token);
    digits(voltageAt + 2, 1, token % 10);
    digits(voltageAt + 4, 1, token / 10 % 10);
    digits(powerAt + 1, 3, token * 7 % 1000);
    digits(energyAt + 1, 3, serial / 1000);
    digits(energyAt + 5, 3, serial % 1000);
    return allocator.directBuffer(packet.length).writeBytes(packet);
  }

  private void digits(int at, int count, long number) {
    long left = number;
    for (int i = at + count - 1; i >= at; i--) {
      packet[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }
}
