package io.sockettwin.service.production;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Somebody took something out of a batch. Noted before the first byte leaves.
record Download(Instant at, String author, @Schema(examples = "device_info.txt") String kind) {}
