package io.sockettwin.mqttbroker.gate;

import java.time.Instant;

/// Begin and end of a client's connection, as the broker announces it on [#topic], QoS 1, in JSON
/// with these members: `session`, `state`, `reason`, `clientId`, `remoteAddress`, `at`
/// (milliseconds).
///
/// The notice travels in the same queue as the client's own messages: behind everything published
/// before, ahead of everything after. Sessions are numbered upwards, over restarts too, so an end
/// that arrives after the begin of a later session of the same client is recognized as stale.
///
/// @param session number of the connection
/// @param reason why it ended; `NONE` unless the state is `DISCONNECTED`
/// @param remoteAddress IP address of the client, empty when unknown
public record SessionNotice(
    long session, State state, Reason reason, String clientId, String remoteAddress, Instant at) {

  /// What happened.
  public enum State {
    CONNECTED,
    DISCONNECTED,
    /// The broker has started, so every session with a smaller number is over. Sent on [#ROOT].
    BROKER_STARTED
  }

  /// Why a connection ended.
  public enum Reason {
    NONE,
    /// DISCONNECT packet.
    LEFT,
    /// Closed without DISCONNECT.
    CONNECTION_LOST,
    KEEP_ALIVE_TIMEOUT,
    /// A second CONNECT with the same client id.
    TAKEN_OVER,
    /// The broker closed it: protocol error, or it was stopped.
    CLOSED_BY_BROKER
  }

  /// Root of the topics; only the service may read them.
  public static final String ROOT = "sockettwin/session";

  /// The filter that matches all notices.
  public static final String FILTER = ROOT + "/#";

  /// Where one client is announced; `sessionName` is what the gate has answered, for devices
  /// `{productId}/{deviceName}`.
  public static String topic(String sessionName) {
    return ROOT + "/" + sessionName;
  }
}
