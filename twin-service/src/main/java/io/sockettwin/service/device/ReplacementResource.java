package io.sockettwin.service.device;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/devices/{productId}/{name}/replacements")
@RunOnVirtualThread
@Tag(name = "Devices")
class ReplacementResource {
  private final Devices devices;
  private final Replacements replacements;
  private final Once once;
  private final SecurityIdentity identity;

  ReplacementResource(
      Devices devices, Replacements replacements, Once once, SecurityIdentity identity) {
    this.devices = devices;
    this.replacements = replacements;
    this.once = once;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List when a device's hardware was replaced", description = "Newest first.")
  public List<Replacement> list(
      @PathParam("productId") String productId, @PathParam("name") String name) {
    return replacements.of(devices.require(productId, name));
  }

  @POST
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Note that a device's hardware was replaced",
      description =
          "Name, home and history stay, and energy goes on from where it was. Shows a new"
              + " secret, once, unless the new hardware keeps the old one.")
  @APIResponseSchema(value = Replacements.Done.class, responseCode = "201")
  public Response replace(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @NotNull @Valid ReplacementDraft draft,
      @HeaderParam(Once.HEADER) @Nullable String key) {
    DeviceKey device = devices.require(productId, name);
    String author = identity.getPrincipal().getName();
    Response done =
        once.answer(
            key,
            "replacements of " + device,
            draft,
            () -> replacements.replace(productId, name, draft, author, Instant.now()));
    if (!draft.keepSecret()) {
      devices.revoked(device);
    }
    return done;
  }
}
