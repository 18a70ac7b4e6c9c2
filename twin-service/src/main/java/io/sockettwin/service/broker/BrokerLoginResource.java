package io.sockettwin.service.broker;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Admission.Refused;
import io.sockettwin.mqttbroker.gate.Login;
import io.sockettwin.mqttbroker.gate.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Answers an external broker about a login, in the format of EMQX's HTTP authenticator. Open to
/// whoever presents the shared secret, and closed when there is none.
@Path("/broker/login")
@PermitAll
class BrokerLoginResource {
  private static final String BEARER = "Bearer ";

  private final ServiceGate gate;
  private final BrokerConfig config;

  BrokerLoginResource(ServiceGate gate, BrokerConfig config) {
    this.gate = gate;
    this.config = config;
  }

  @POST
  @RunOnVirtualThread
  @Operation(hidden = true)
  Response decide(
      @HeaderParam("Authorization") @Nullable String authorization, @Nullable Question question) {
    if (!mayAsk(authorization)) {
      return Response.status(Status.FORBIDDEN).build();
    }
    if (question == null || question.clientId() == null) {
      return Response.status(Status.BAD_REQUEST).build();
    }
    return switch (gate.admit(question.login(question.clientId()))) {
      case Admitted admitted -> Response.ok(BrokerLoginAnswer.allow(admitted)).build();
      case Refused(Refusal refusal, String text) when refusal == Refusal.UNAVAILABLE ->
          Response.status(Status.SERVICE_UNAVAILABLE).build();
      case Refused refused -> Response.ok(BrokerLoginAnswer.deny(refused)).build();
    };
  }

  private boolean mayAsk(@Nullable String authorization) {
    return authorization != null
        && config
            .gateSecret()
            .filter(secret -> MessageDigest.isEqual(bytes(BEARER + secret), bytes(authorization)))
            .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// EMQX's placeholders under its own names.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Question(
      @JsonProperty("clientid") @Nullable String clientId,
      @Nullable String username,
      @Nullable String password,
      @Nullable String peerhost) {

    Login login(String checkedClientId) {
      return new Login(checkedClientId, username, password, peerhost == null ? "" : peerhost);
    }
  }
}
