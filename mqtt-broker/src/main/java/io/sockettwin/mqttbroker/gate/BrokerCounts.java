package io.sockettwin.mqttbroker.gate;

/// What a broker has counted since its start.
///
/// @param sessions connections of admitted clients at this moment
/// @param refusedLogins CONNECTs turned away by the gate
/// @param unansweredLogins CONNECTs turned away because the gate was overloaded, slow or failed
/// @param refusedPublishes messages dropped because their topic is not the sender's
/// @param refusedSubscriptions topic filters answered with 0x80
/// @param throttledMessages messages dropped because their sender exceeded its rate
/// @param oversizePackets connections closed because of a packet beyond the limit
/// @param droppedMessages messages lost on their way out: a queue was full, or an answer's client
///   did not read
/// @param underWay messages the host has and has not committed yet
public record BrokerCounts(
    long sessions,
    long refusedLogins,
    long unansweredLogins,
    long refusedPublishes,
    long refusedSubscriptions,
    long throttledMessages,
    long oversizePackets,
    long droppedMessages,
    long underWay) {}
