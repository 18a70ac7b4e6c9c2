package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.edit.Once;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/products")
@RunOnVirtualThread
@Tag(name = "Products", description = "Kinds of devices and their data templates")
class ProductResource {
  private final Products products;
  private final Once once;
  private final SecurityIdentity identity;

  ProductResource(Products products, Once once, SecurityIdentity identity) {
    this.products = products;
    this.once = once;
    this.identity = identity;
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List products by id")
  public Slice<ProductView> list(@Valid @BeanParam SliceParams part) {
    return products.list(part);
  }

  @POST
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Create a product",
      description = "Shows its secret, once. With an Idempotency-Key it may safely be repeated.")
  @APIResponseSchema(value = ProductView.class, responseCode = "201")
  public Response create(
      @NotNull @Valid ProductDraft draft, @HeaderParam(Once.HEADER) @Nullable String key) {
    Response created =
        once.answer(key, "products", draft, () -> products.create(draft, author(), Instant.now()));
    if (draft.id() != null) {
      products.forget(draft.id());
    }
    return created;
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a product")
  public RestResponse<ProductView> get(@PathParam("id") String id) {
    ProductView view = products.get(id);
    return Versions.ok(view, view.version());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Replace all that is said about a product",
      description =
          "With If-Match only the version seen. A template that would break something"
              + " for devices is refused with code incompatible unless forced.")
  public RestResponse<ProductView> replace(
      @PathParam("id") String id,
      @NotNull @Valid ProductDraft draft,
      @QueryParam("force") @DefaultValue("false") boolean force,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    Edit edit = new Edit(author(), Instant.now(), "", ifMatch, force);
    ProductView replaced = products.replace(id, draft, edit);
    products.forget(id);
    return Versions.ok(replaced, replaced.version());
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Change a product's names, registration or panel",
      description = "A merge patch (RFC 7396). With If-Match only the version seen.")
  public RestResponse<ProductView> change(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ProductFields.class)))
          @NotNull
          ObjectNode change,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    ProductView changed = products.change(id, change, ifMatch);
    products.forget(id);
    return Versions.ok(changed, changed.version());
  }

  @POST
  @Path("/{id}/secret")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Renew a product's secret",
      description = "Shows the new one, once. Devices no longer register with the old one.")
  public RestResponse<ProductView> renewSecret(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    ProductView renewed = products.renewSecret(id, ifMatch);
    products.forget(id);
    return Versions.okWithSecret(renewed, renewed.version());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a product that has no devices")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    products.delete(id, ifMatch);
    products.forget(id);
  }

  private String author() {
    return identity.getPrincipal().getName();
  }
}
