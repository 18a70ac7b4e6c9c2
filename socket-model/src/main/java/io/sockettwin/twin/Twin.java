package io.sockettwin.twin;

import io.sockettwin.thing.DataTemplate;
import io.sockettwin.wire.Message;
import java.time.Instant;

/// The twin of a product's devices as a pure function (protocol sections 5, 6, 8 and 9).
public final class Twin {
  private final DataTemplate template;

  public Twin(DataTemplate template) {
    this.template = template;
  }

  /// Controls expire by themselves first, so no input meets one whose time is over.
  ///
  /// @param now the moment of receipt
  public TwinStep advance(TwinState state, TwinInput input, Instant now) {
    Turn turn = new Turn(template, state, now);
    Controls.expire(turn);
    switch (input) {
      case TwinInput.Said(Message.Up message) -> said(turn, message);
      case TwinInput.ControlRequested request -> Controls.request(turn, request);
      case TwinInput.Connected(long session) -> Sessions.begin(turn, session);
      case TwinInput.Disconnected(long session, String reason) ->
          Sessions.end(turn, session, reason);
      case TwinInput.SessionsLost(long before) -> Sessions.lose(turn, before);
      case TwinInput.WakeUp() -> {}
    }
    return turn.step();
  }

  private static void said(Turn turn, Message.Up message) {
    switch (message) {
      case Message.Report report -> Reports.receive(turn, report);
      case Message.GetStatus request -> Status.answer(turn, request);
      case Message.ControlReply reply -> Answers.reply(turn, reply);
      case Message.ClearControl clear -> Answers.clear(turn, clear);
      case Message.ReportInfo info -> DeviceInfo.receive(turn, info);
      case Message.FirmwareVersion(String version) -> DeviceInfo.firmware(turn, version);
      case Message.EventPost post -> Events.receive(turn, post);
      case Message.GetTime() -> turn.send(new Message.Time(turn.now, turn.now));
      case Message.GetLogLevel(var token) -> turn.send(new Message.LogLevel(token, 0));
      case Message.GetModelDefine(var token) ->
          turn.send(new Message.ModelDefine(token, 0, turn.template.toJson()));
      case Message.AppBindToken bind -> Refusals.answer(turn, bind);
      case Message.ServiceRequest request -> Refusals.answer(turn, request);
      case Message.Gateway request -> Refusals.answer(turn, request);
      case Message.ActionReply _ -> turn.drop("action reply nobody waits for");
      case Message.RemoteCallReply _ -> turn.drop("remote call reply nobody waits for");
      case Message.FirmwareProgress _ -> turn.drop("firmware progress without an update");
      case Message.RawUp _ -> turn.drop("raw bytes without a parser");
    }
  }
}
