package io.sockettwin.mqttbroker.gate;

import org.jspecify.annotations.Nullable;

/// The broker did not start; the message is one sentence for the operator.
public final class BrokerStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokerStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
