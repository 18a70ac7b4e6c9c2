package io.sockettwin.mqttbroker.hivemq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import io.sockettwin.mqttbroker.gate.Admission;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Gate;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import java.net.InetAddress;
import java.nio.CharBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the gate about each CONNECT, away from the network threads.
final class GateAuthenticator implements SimpleAuthenticator {

  private static final Logger LOG = LoggerFactory.getLogger(GateAuthenticator.class);
  private static final String NO_ANSWER = "the service cannot check logins now";

  private final Gate gate;
  private final Executor executor;
  private final RisingMicroseconds sessionNumbers;
  private final Tally tally;

  GateAuthenticator(Gate gate, Executor executor, RisingMicroseconds sessionNumbers, Tally tally) {
    this.gate = gate;
    this.executor = executor;
    this.sessionNumbers = sessionNumbers;
    this.tally = tally;
  }

  @Override
  public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
    Async<SimpleAuthOutput> pending =
        output.async(
            Limits.GATE_PATIENCE,
            TimeoutFallback.FAILURE,
            ConnackReasonCode.SERVER_UNAVAILABLE,
            NO_ANSWER);
    try {
      executor.execute(() -> answer(input, pending));
    } catch (RejectedExecutionException e) {
      turnAway(output, "too many logins at once");
      pending.resume();
    }
  }

  private void answer(SimpleAuthInput input, Async<SimpleAuthOutput> pending) {
    if (pending.getStatus() != Async.Status.RUNNING) {
      tally.unansweredLogins.increment();
      return;
    }
    Login login = login(input);
    try {
      decide(gate.admit(login), input, pending.getOutput());
    } catch (Exception e) {
      LOG.warn("{}: login not checked: {}", login.clientId(), e.toString());
      turnAway(pending.getOutput(), NO_ANSWER);
    } finally {
      pending.resume();
    }
  }

  private void decide(Admission admission, SimpleAuthInput input, SimpleAuthOutput output) {
    switch (admission) {
      case Admitted admitted -> {
        Permissions.grant(admitted, output.getDefaultPermissions());
        var client = output.getClientSettings();
        switch (admitted.standing()) {
          case DEVICE -> {
            client.setClientQueueSizeMaximum(Limits.QUEUED_MESSAGES_OF_A_DEVICE);
            client.setClientReceiveMaximum(
                Math.min(client.getClientReceiveMaximum(), Limits.IN_FLIGHT_MESSAGES_TO_A_DEVICE));
            if (!input.getConnectPacket().getCleanStart()) {
              PermissionChange.endForbidden(
                  input.getConnectPacket().getClientId(), output.getDefaultPermissions());
            }
          }
          case SERVICE -> client.setClientQueueSizeMaximum(Limits.QUEUED_MESSAGES_OF_THE_SERVICE);
        }
        Session.of(sessionNumbers.next(), admitted)
            .attachTo(input.getConnectionInformation().getConnectionAttributeStore());
        output.authenticateSuccessfully();
      }
      case Refused(Refusal refusal, String text) -> {
        tally.refusedLogins.increment();
        output.failAuthentication(reasonCode(refusal), text);
      }
    }
  }

  private void turnAway(SimpleAuthOutput output, String text) {
    tally.unansweredLogins.increment();
    output.failAuthentication(ConnackReasonCode.SERVER_UNAVAILABLE, text);
  }

  private static ConnackReasonCode reasonCode(Refusal refusal) {
    return switch (refusal) {
      case PROTOCOL -> ConnackReasonCode.UNSUPPORTED_PROTOCOL_VERSION;
      case CLIENT_ID -> ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
      case UNAVAILABLE -> ConnackReasonCode.SERVER_UNAVAILABLE;
      case CREDENTIALS -> ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD;
      case NOT_AUTHORIZED -> ConnackReasonCode.NOT_AUTHORIZED;
    };
  }

  private static Login login(SimpleAuthInput input) {
    var connect = input.getConnectPacket();
    var connection = input.getConnectionInformation();
    return new Login(
        connect.getClientId(),
        connect.getUserName().orElse(null),
        connect.getPassword().map(UTF_8::decode).map(CharBuffer::toString).orElse(null),
        ProxyHeaderReader.address(connection.getConnectionAttributeStore())
            .or(() -> connection.getInetAddress().map(InetAddress::getHostAddress))
            .orElse(""));
  }
}
