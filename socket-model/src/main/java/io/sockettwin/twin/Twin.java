package io.sockettwin.twin;

import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.wire.Message;
import java.time.Duration;
import java.time.Instant;

/// The twin of a product's devices as a pure function (protocol sections 5, 6, 8 and 9).
public final class Twin {
  /// Flashed sockets report every second (protocol section 14), ours every five at least.
  public static final Duration SILENCE = Duration.ofSeconds(10);

  private final DataTemplate template;
  private final Duration silence;

  public Twin(DataTemplate template) {
    this(template, SILENCE);
  }

  /// A twin for devices with this template.
  ///
  /// @param silence after how long without a report a connected device counts as silent; zero for
  ///   never
  public Twin(DataTemplate template, Duration silence) {
    this.template = template;
    this.silence = silence;
  }

  /// What time alone does comes first, so no input meets a control whose time is over.
  ///
  /// @param now the moment of receipt
  public TwinStep advance(TwinState state, TwinInput input, Instant now) {
    Turn turn = new Turn(template, silence, state, now);
    Controls.expire(turn);
    Sessions.pass(turn);
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
      case Message.Report report -> {
        Sessions.heard(turn);
        Reports.receive(turn, report);
      }
      case Message.GetStatus request -> Status.answer(turn, request);
      case Message.ControlReply reply -> Answers.reply(turn, reply);
      case Message.ClearControl clear -> Answers.clear(turn, clear);
      case Message.ReportInfo info -> DeviceInfo.receive(turn, info);
      case Message.FirmwareVersion version -> {
        DeviceInfo.firmware(turn, version.version());
        turn.handOn(version);
      }
      case Message.EventPost post -> Events.receive(turn, post);
      case Message.GetTime() -> turn.send(new Message.Time(turn.now, turn.now));
      case Message.GetLogLevel(var token) -> turn.send(new Message.LogLevel(token, 0));
      case Message.GetModelDefine(var token) ->
          turn.send(new Message.ModelDefine(token, 0, turn.template.toJson()));
      case Message.ServiceRequest request -> refuse(turn, request);
      case Message.AppBindToken _,
          Message.Gateway _,
          Message.ActionReply _,
          Message.RemoteCallReply _,
          Message.FirmwareProgress _,
          Message.RawUp _ ->
          turn.handOn(message);
    }
  }

  /// What this platform does not serve gets a proper reply, so that no client waits for one.
  private static void refuse(Turn turn, Message.ServiceRequest request) {
    turn.send(
        new Message.ServiceReply(
            request.clientToken(), request.method(), Check.NOT_DEFINED, "not supported"));
  }
}
