package io.sockettwin.service.push;

import java.time.Instant;

/// How far what a notice tells of had come, and when; the later hops are in its [Receipt]s.
///
/// @param event when it happened, by the device's clock where the device says
/// @param received when the service heard of it
/// @param decided when the rule decided that somebody must be told
public record Hops(Instant event, Instant received, Instant decided) {}
