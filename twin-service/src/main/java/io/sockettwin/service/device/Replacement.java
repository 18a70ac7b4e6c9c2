package io.sockettwin.service.device;

import java.time.Instant;

/// Another piece of hardware took over a device's name.
record Replacement(Instant at, String author, String note) {}
