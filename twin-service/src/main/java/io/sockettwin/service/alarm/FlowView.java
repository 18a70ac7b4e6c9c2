package io.sockettwin.service.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sockettwin.service.problem.Problem.Flaw;
import java.time.Instant;
import java.util.List;

/// A flow as REST shows it.
///
/// @param flaws why it cannot run any more, after its product's data template was changed
record FlowView(
    String id,
    @JsonUnwrapped FlowDraft content,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flaw> flaws,
    Instant createdAt,
    int version) {}
