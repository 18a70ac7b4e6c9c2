package io.sockettwin.service.energy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.energy.Tariffs.NamedTariff;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.telemetry.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/tariffs")
@RunOnVirtualThread
@Tag(name = "Energy", description = "What devices use, and what it costs")
class TariffResource {
  private static final String ID = "[a-z0-9][a-z0-9-]{0,47}";

  private final Tariffs tariffs;

  TariffResource(Tariffs tariffs) {
    this.tariffs = tariffs;
  }

  record TariffView(String id, String currency, List<Tariff.Rate> rates, int version) {
    static TariffView of(NamedTariff it) {
      return new TariffView(it.id(), it.tariff().currency(), it.tariff().rates(), it.version());
    }
  }

  @GET
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "List tariffs")
  public List<TariffView> list() throws SQLException {
    return tariffs.all().stream().map(TariffView::of).toList();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.LOOK)
  @Operation(summary = "Show a tariff")
  public RestResponse<TariffView> get(@PathParam("id") String id) throws SQLException {
    return tagged(tariffs.find(id).orElseThrow(() -> unknown(id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(
      summary = "Create or change a tariff",
      description =
          "The tariff `default` is that of all devices without another. A rate holds from its day"
              + " until the next one's; within it the first band that holds a quarter of an hour sets"
              + " the price. Times are those of the device's time zone and begin and end on quarters of"
              + " an hour. With If-Match only the version seen is changed.")
  public RestResponse<TariffView> put(
      @PathParam("id") String id,
      @NotNull @Valid TariffDraft draft,
      @HeaderParam("If-Match") @Nullable String ifMatch)
      throws SQLException {
    check(id, draft);
    Integer seen = null;
    if (ifMatch != null) {
      seen = tariffs.find(id).orElseThrow(() -> unknown(id)).version();
      Versions.requireMatch(ifMatch, seen);
    }
    return tagged(
        tariffs
            .put(id, draft.tariff(), seen)
            .orElseThrow(() ->
                Problem.of(ProblemCode.CHANGED_MEANWHILE, "Somebody else was faster.").refused()));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGE)
  @Operation(summary = "Delete a tariff that no device has")
  public void delete(@PathParam("id") String id) throws SQLException {
    if (tariffs.find(id).isEmpty()) {
      throw unknown(id);
    }
    if (!tariffs.delete(id)) {
      throw Problem.of(ProblemCode.IN_USE, "Devices have the tariff " + id + ".").refused();
    }
  }

  private static void check(String id, TariffDraft draft) {
    if (!id.matches(ID)) {
      throw Params.invalid("id", "must be small letters, digits and hyphens, 48 at most");
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(it -> it.getCurrencyCode().equals(draft.currency()))) {
      throw Params.invalid("currency", "is not a currency code of ISO 4217");
    }
    if (draft.repeatsADay()) {
      throw Params.invalid("rates", "must begin on different days");
    }
    draft
        .unevenBand()
        .ifPresent(band -> {
          throw Params.invalid(band, "must begin and end on a quarter of an hour");
        });
  }

  private static Refused unknown(String id) {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no tariff " + id + ".").refused();
  }

  private static RestResponse<TariffView> tagged(NamedTariff tariff) {
    return RestResponse.ResponseBuilder.ok(TariffView.of(tariff))
        .header("ETag", Versions.tag(tariff.version()))
        .build();
  }
}
