package io.sockettwin.loadsim.fleet;

import io.sockettwin.firmware.DeviceInfo;
import io.sockettwin.firmware.Firmware;
import io.sockettwin.firmware.FirmwareState;
import io.sockettwin.firmware.FirmwareStep;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.Socket;
import io.sockettwin.socket.SocketEffect;
import io.sockettwin.socket.SocketInput;
import io.sockettwin.socket.SocketState;
import io.sockettwin.socket.Step;
import io.sockettwin.thing.DeviceKey;
import java.time.Instant;
import java.util.List;

/// The logic of a virtual socket, with the state it is in.
public sealed interface Machine {

  /// A machine before its power comes.
  ///
  /// @param socket the rules of our own, where it is not the original's
  static Machine of(boolean firmware, Socket socket, DeviceKey device) {
    return firmware
        ? new OfFirmware(new DeviceInfo(device.productId(), device.deviceName(), ""))
        : new OfSocket(socket);
  }

  List<SocketEffect> advance(SocketInput input, Instant now);

  boolean tripped();

  long energyMilliwattHours();

  /// Our own.
  final class OfSocket implements Machine {
    private final Socket socket;
    private SocketState state = SocketState.UNPOWERED;

    OfSocket(Socket socket) {
      this.socket = socket;
    }

    @Override
    public List<SocketEffect> advance(SocketInput input, Instant now) {
      Step step = socket.advance(state, input, now);
      state = step.state();
      return step.effects();
    }

    @Override
    public boolean tripped() {
      return state.load() == Load.TRIPPED;
    }

    @Override
    public long energyMilliwattHours() {
      return state.energyMilliwattHours();
    }
  }

  /// The original's, bug for bug.
  final class OfFirmware implements Machine {
    private final Firmware firmware;
    private FirmwareState state = FirmwareState.UNPOWERED;

    OfFirmware(DeviceInfo device) {
      firmware = Firmware.asCaptured(device);
    }

    @Override
    public List<SocketEffect> advance(SocketInput input, Instant now) {
      FirmwareStep step = firmware.advance(state, input, now);
      state = step.state();
      return step.effects();
    }

    @Override
    public boolean tripped() {
      return state.locked();
    }

    @Override
    public long energyMilliwattHours() {
      return state.energyMilliwattHours();
    }
  }
}
