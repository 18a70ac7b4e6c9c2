package io.sockettwin.service.energy;

import java.time.Instant;

/// What a device's own counter stood at.
record Reading(long milliwattHours, Instant at) {}
