package io.sockettwin.service.twin;

import io.sockettwin.wire.Message;

/// The code of an answer (protocol section 18).
final class Codes {
  private Codes() {}

  /// 0 for a message that has none.
  static int of(Message.Down message) {
    return switch (message) {
      case Message.ReportReply reply -> reply.code();
      case Message.GetStatusReply reply -> reply.code();
      case Message.ClearControlReply reply -> reply.code();
      case Message.ReportInfoReply reply -> reply.code();
      case Message.EventReply reply -> reply.code();
      case Message.ModelDefine reply -> reply.code();
      case Message.ServiceReply reply -> reply.code();
      case Message.FirmwareVersionReply reply -> reply.code();
      case Message.Control _,
          Message.Action _,
          Message.BindDevice _,
          Message.UnbindDevice _,
          Message.Time _,
          Message.UpdateFirmware _,
          Message.LogLevel _,
          Message.GatewayReply _,
          Message.GatewayChange _,
          Message.RemoteCall _,
          Message.RawDown _ ->
          0;
    };
  }
}
