package io.sockettwin.service.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Products;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/products/{productId}/broadcast")
@Tag(name = "Actions")
class BroadcastResource {
  private final Products products;
  private final Broadcasts broadcasts;

  BroadcastResource(Products products, Broadcasts broadcasts) {
    this.products = products;
    this.broadcasts = broadcasts;
  }

  /// To how many devices it went.
  record Broadcast(int devices) {}

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Send bytes to all connected devices of a product",
      description = "On the topic $broadcast/rxd of each. Those that are away never get it.")
  @RunOnVirtualThread
  public RestResponse<Broadcast> send(@PathParam("productId") String productId, byte[] payload) {
    if (products.find(productId).isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no product " + productId + ".").refused();
    }
    RawResource.requireSmall(payload);
    Broadcast sent = new Broadcast(broadcasts.send(productId, payload));
    return RestResponse.accepted(sent);
  }
}
