package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Roles;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/products")
@RunOnVirtualThread
@Tag(name = "Products", description = "Kinds of devices and their data templates")
class ProductResource {
  private final Products products;

  ProductResource(Products products) {
    this.products = products;
  }

  @GET
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "List products")
  public Page<ProductView> list(@Valid @BeanParam PageParams page) {
    return products.page(page);
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Create a product", description = "Shows its secret, once.")
  @APIResponseSchema(value = ProductView.class, responseCode = "201")
  public RestResponse<ProductView> create(@NotNull @Valid ProductDraft draft) {
    ProductView created = products.create(draft, Instant.now());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
        .location(UriBuilder.fromPath("/api/products/{id}").build(created.id()))
        .header("ETag", Versions.tag(created.version()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "Show a product")
  public RestResponse<ProductView> get(@PathParam("id") String id) {
    return tagged(products.get(id));
  }

  @GET
  @Path("/{id}/template")
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR})
  @Operation(summary = "Export the data template in the vendor's form")
  public ObjectNode template(@PathParam("id") String id) {
    Product product =
        products
            .find(id)
            .orElseThrow(() ->
                Problem.of(ProblemCode.NOT_FOUND, "There is no product " + id + ".").refused());
    return product.template().toJson();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Change a product", description = "With If-Match only the version seen.")
  public RestResponse<ProductView> change(
      @PathParam("id") String id,
      @NotNull @Valid ProductDraft draft,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return tagged(products.change(id, draft, ifMatch));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Delete a product that has no devices")
  public void delete(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    products.delete(id, ifMatch);
  }

  private static RestResponse<ProductView> tagged(ProductView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .header("ETag", Versions.tag(view.version()))
        .build();
  }
}
