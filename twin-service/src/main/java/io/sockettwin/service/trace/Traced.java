package io.sockettwin.service.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message between a device and the service, with its meaning.
///
/// @param method the protocol's word for it, as `report`; of raw data `raw`
/// @param payload its JSON, secrets hidden; absent if it is none
/// @param raw of anything else the first bytes in hexadecimal
/// @param code what it answers, or with what it was refused
/// @param refused the rule that refused it
@JsonInclude(JsonInclude.Include.NON_NULL)
record Traced(
    Instant at,
    Direction direction,
    String topic,
    @Schema(examples = "report") String method,
    @Schema(description = "What it means") String meaning,
    int bytes,
    @Schema(type = SchemaType.OBJECT) @Nullable JsonNode payload,
    @Nullable String raw,
    @Nullable Integer code,
    @Schema(examples = "current value 21 out of range:[0,20]") @Nullable String refused) {

  /// Which way it went.
  enum Direction {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN,
    /// The connection began or ended.
    @JsonProperty("session")
    SESSION
  }
}
