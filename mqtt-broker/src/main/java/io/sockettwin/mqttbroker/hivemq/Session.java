package io.sockettwin.mqttbroker.hivemq;

import com.hivemq.extension.sdk.api.client.parameter.ConnectionAttributeStore;
import io.sockettwin.mqttbroker.gate.Admission.Admitted;
import io.sockettwin.mqttbroker.gate.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One admitted connection. Travels from the authenticator to the rest of the extension in the
/// connection's attributes, the only thing both can reach.
///
/// @param name tail of the topic on which it is announced, if it is
record Session(long number, Standing standing, @Nullable String name) {

  private static final String NUMBER = "sockettwin.session";
  private static final String STANDING = "sockettwin.standing";
  private static final String NAME = "sockettwin.name";

  static Session of(long number, Admitted admitted) {
    return new Session(number, admitted.standing(), admitted.sessionName());
  }

  void attachTo(ConnectionAttributeStore attributes) {
    attributes.putAsString(NUMBER, Long.toString(number));
    attributes.putAsString(STANDING, standing.name());
    if (name != null) {
      attributes.putAsString(NAME, name);
    }
  }

  static Optional<Session> attachedTo(ConnectionAttributeStore attributes) {
    return attributes
        .getAsString(NUMBER)
        .map(number ->
            new Session(
                Long.parseLong(number),
                Standing.valueOf(attributes.getAsString(STANDING).orElseThrow()),
                attributes.getAsString(NAME).orElse(null)));
  }
}
