package io.sockettwin.service.energy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.telemetry.Csv;
import io.sockettwin.service.telemetry.Params;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/energy/{productId}/{name}")
@RunOnVirtualThread
@Tag(name = "Energy", description = "What devices use, and what it costs")
class EnergyResource {
  private static final String DESCRIPTION =
      "Per hour, day or month in the device's time zone, from the beginning of the period that holds"
          + " `from` to the end of the one that holds `to`; both are moments with an offset, or dates."
          + " Without them: this month by day.";

  private final Energies energies;
  private final Tariffs tariffs;
  private final Twins twins;

  EnergyResource(Energies energies, Tariffs tariffs, Twins twins) {
    this.energies = energies;
    this.tariffs = tariffs;
    this.twins = twins;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What a device used, and its cost", description = DESCRIPTION)
  public EnergyView get(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("period") @Nullable String period) {
    return energies.view(twins.require(productId, name), from, to, period, Instant.now());
  }

  @GET
  @Produces(Csv.MEDIA_TYPE)
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "What a device used, and its cost", description = DESCRIPTION)
  public StreamingOutput csv(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("period") @Nullable String period) {
    EnergyView view =
        energies.view(twins.require(productId, name), from, to, period, Instant.now());
    return out -> {
      Csv csv = new Csv(out);
      csv.row(List.of("from", "to", "kwh", "cost", "currency"));
      for (EnergyView.PeriodView each : view.periods()) {
        csv.row(Arrays.asList(each.from(), each.to(), each.kwh(), each.cost(), view.currency()));
      }
      csv.flush();
    };
  }

  record TariffChoice(@NotNull String tariffId) {}

  @PUT
  @Path("/tariff")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Give a device a tariff of its own")
  public void assign(
      @PathParam("productId") String productId,
      @PathParam("name") String name,
      @NotNull @Valid TariffChoice choice)
      throws SQLException {
    DeviceKey device = twins.require(productId, name);
    if (!tariffs.assign(device, choice.tariffId())) {
      throw Params.invalid("tariffId", "names no tariff");
    }
  }

  @DELETE
  @Path("/tariff")
  @RolesAllowed(Rights.ARRANGE)
  @Operation(summary = "Give a device the default tariff back")
  public void unassign(@PathParam("productId") String productId, @PathParam("name") String name)
      throws SQLException {
    tariffs.unassign(twins.require(productId, name));
  }
}
