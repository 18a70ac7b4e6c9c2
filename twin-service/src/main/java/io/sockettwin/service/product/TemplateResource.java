package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/products/{id}")
@RunOnVirtualThread
@Tag(name = "Data templates", description = "What devices of a product can say and do, by version")
class TemplateResource {
  private final Products products;
  private final TemplateVersions versions;
  private final SecurityIdentity identity;

  TemplateResource(Products products, TemplateVersions versions, SecurityIdentity identity) {
    this.products = products;
    this.versions = versions;
    this.identity = identity;
  }

  @GET
  @Path("/template")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Export the data template in the vendor's form")
  public ObjectNode export(@PathParam("id") String id) {
    return Templates.require(products.get(id).template()).toJson();
  }

  @PUT
  @Path("/template")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Import a data template",
      description =
          "The vendor's file as it is, in UTF-8 or GB 18030; it becomes a new version."
              + " What would break for devices is refused with code incompatible unless forced.")
  public RestResponse<ProductView> put(
      @PathParam("id") String id,
      @NotNull byte[] file,
      @QueryParam("force") @DefaultValue("false") boolean force,
      @QueryParam("note") @DefaultValue("") @Size(max = 2_000) String note,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return put(id, Templates.text(file), edit(note, ifMatch, force));
  }

  @POST
  @Path("/template/check")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Tell what a data template would change",
      description =
          "Compares it with the present one and with the values of all twins; changes"
              + " nothing.")
  public TemplateCheck check(@PathParam("id") String id, @NotNull byte[] file) {
    return products.checkTemplate(id, Templates.text(file));
  }

  @GET
  @Path("/templates")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "List the versions of the data template", description = "Newest first.")
  public Slice<TemplateVersion> list(
      @PathParam("id") String id, @Valid @BeanParam SliceParams part) {
    return versions.list(products.get(id).id(), part);
  }

  @GET
  @Path("/templates/{number}")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(summary = "Show a version of the data template, as it was written")
  public TemplateVersion get(@PathParam("id") String id, @PathParam("number") int number) {
    return versions.get(id, number);
  }

  @GET
  @Path("/templates/{number}/differences")
  @RolesAllowed(Rights.OVERSEE)
  @Operation(
      summary = "Compare two versions of the data template",
      description = "From version `from` to this one.")
  public List<TemplateDifference> differences(
      @PathParam("id") String id, @PathParam("number") int number, @QueryParam("from") int from) {
    return TemplateComparison.between(
        Templates.require(versions.template(id, from)),
        Templates.require(versions.template(id, number)));
  }

  @POST
  @Path("/templates/{number}/restore")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Go back to an older data template",
      description = "Its content becomes a new version, under the same conditions as an import.")
  public RestResponse<ProductView> restore(
      @PathParam("id") String id,
      @PathParam("number") int number,
      @QueryParam("force") @DefaultValue("false") boolean force,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    String template = versions.template(id, number);
    return put(id, template, edit("version " + number + " again", ifMatch, force));
  }

  private RestResponse<ProductView> put(String id, String template, Edit edit) {
    ProductView changed = products.putTemplate(id, template, edit);
    products.forget(id);
    return Versions.ok(changed, changed.version());
  }

  private Edit edit(String note, @Nullable String ifMatch, boolean force) {
    return new Edit(identity.getPrincipal().getName(), Instant.now(), note, ifMatch, force);
  }
}
