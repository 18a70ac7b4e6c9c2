package io.sockettwin.service.alarm;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Moment;
import io.sockettwin.service.problem.Problem.Flaw;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Everything that tells about a flow before it is switched on. Nothing is changed.
@Path("/api/flows")
@RunOnVirtualThread
@Tag(name = "Flows")
class FlowTrialResource {
  /// What is wrong; nothing if it may run.
  record Checked(List<Flaw> flaws) {}

  private final FlowChecks checks;
  private final FlowTrials trials;
  private final BackTests backTests;

  FlowTrialResource(FlowChecks checks, FlowTrials trials, BackTests backTests) {
    this.checks = checks;
    this.trials = trials;
    this.backTests = backTests;
  }

  @POST
  @Path("/check")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Check a flow", description = "Every flaw at once; nothing is saved.")
  public Checked check(@NotNull @Valid FlowDraft draft) {
    return new Checked(checks.flaws(draft));
  }

  @POST
  @Path("/try")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Try a flow on values",
      description =
          "Which alarms it would raise if an imagined device said this, one step after the other,"
              + " and then nothing for a while. Nothing is changed.")
  public TrialView tryOut(@NotNull @Valid TrialDraft draft) {
    return trials.run(draft, Instant.now());
  }

  @POST
  @Path("/back-test")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Try a flow on the past",
      description =
          "Which alarms it would have raised on recorded history, and, compared with a flow that"
              + " ran, which of that one's alarms it would have missed. Nothing is changed.")
  public BackTestView backTest(@NotNull @Valid BackTestDraft draft) {
    return backTests.run(draft);
  }

  @GET
  @Path("/{id}/comparison")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Compare the alarms of two flows that ran, one of them in shadow mode perhaps")
  public ComparisonView compare(
      @PathParam("id") String id,
      @QueryParam("with") @NotNull String other,
      @QueryParam("from") @NotNull String from,
      @QueryParam("until") @NotNull String until) {
    return backTests.compare(id, other, Moment.of("from", from), Moment.of("until", until));
  }
}
