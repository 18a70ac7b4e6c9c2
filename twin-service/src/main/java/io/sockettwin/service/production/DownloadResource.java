package io.sockettwin.service.production;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.sockettwin.service.access.Rights;
import io.sockettwin.service.device.DeviceSeries;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/production/batches/{id}")
@Blocking
@Tag(name = "Production")
class DownloadResource {
  /// A sheet is built as a whole before it is sent; this many take 42 pages.
  static final int MAX_LABELS = 2_000;

  private static final String LABEL_TEXT =
      "What the code says; {productId} and {deviceName} are filled in. A label never has the secret.";

  private final Batches batches;
  private final DeviceSeries series;
  private final SecurityIdentity identity;

  DownloadResource(Batches batches, DeviceSeries series, SecurityIdentity identity) {
    this.batches = batches;
    this.series = series;
    this.identity = identity;
  }

  @GET
  @Path("/device_info.txt")
  @Produces("text/plain")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Download the credentials as the vendor's production tool reads them",
      description = "`PRODUCT_ID DEVICE_NAME DEVICE_SECRET`, a line each. Noted in the audit.")
  public Response deviceInfo(@PathParam("id") UUID id) {
    return credentials(id, CredentialFile.DEVICE_INFO);
  }

  @GET
  @Path("/credentials.csv")
  @Produces("text/csv")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Download the credentials as CSV", description = "Noted in the audit.")
  public Response csv(@PathParam("id") UUID id) {
    return credentials(id, CredentialFile.CSV);
  }

  @GET
  @Path("/images.zip")
  @Produces("application/zip")
  @RolesAllowed(Rights.INSTALL)
  @Operation(
      summary = "Download what is burned: an Intel-HEX file for each device",
      description = "`{deviceName}.hex`, for addresses 0x0801B000 and on. Noted in the audit.")
  public Response images(@PathParam("id") UUID id) {
    return credentials(id, CredentialFile.IMAGES);
  }

  @GET
  @Path("/labels.zip")
  @Produces("application/zip")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Download QR codes, an SVG for each device", description = LABEL_TEXT)
  public Response pictures(
      @PathParam("id") UUID id,
      @QueryParam("text") @DefaultValue(Label.DEFAULT_TEXT) @Size(max = Label.MAX_TEXT) String text,
      @QueryParam("skip") @DefaultValue("0") @Min(0) int skip,
      @QueryParam("count") @DefaultValue("" + MAX_LABELS) @Min(1) @Max(MAX_LABELS) int count) {
    List<DeviceKey> devices = labelled(id, "labels.zip", skip, count);
    return file(
        "labels.zip",
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (DeviceKey device : devices) {
            zip.putNextEntry(new ZipEntry(device.deviceName() + ".svg"));
            zip.write(Label.of(device, text).code().svg().getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  @GET
  @Path("/labels.pdf")
  @Produces("application/pdf")
  @RolesAllowed(Rights.INSTALL)
  @Operation(summary = "Download labels on A4 sheets, 4 by 12", description = LABEL_TEXT)
  public Response sheet(
      @PathParam("id") UUID id,
      @QueryParam("text") @DefaultValue(Label.DEFAULT_TEXT) @Size(max = Label.MAX_TEXT) String text,
      @QueryParam("skip") @DefaultValue("0") @Min(0) int skip,
      @QueryParam("count") @DefaultValue("" + MAX_LABELS) @Min(1) @Max(MAX_LABELS) int count) {
    List<DeviceKey> devices = labelled(id, "labels.pdf", skip, count);
    return file(
        "labels.pdf",
        out ->
            new LabelSheet()
                .write(devices.stream().map(device -> Label.of(device, text)).toList(), out));
  }

  private List<DeviceKey> labelled(UUID id, String kind, int skip, int count) {
    batches.noteLabels(id, download(kind));
    return series.part(id, skip, count);
  }

  private Response credentials(UUID id, CredentialFile form) {
    Batch batch = batches.open(id, download(form.fileName));
    return file(
        form.fileName,
        out -> {
          CredentialFile.Writer writer = form.begin(out);
          series.each(batch.id(), credential -> write(writer, credential));
          writer.end();
        });
  }

  private static void write(CredentialFile.Writer writer, DeviceSeries.Credential credential) {
    try {
      writer.write(credential);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Download download(String kind) {
    return new Download(Instant.now(), identity.getPrincipal().getName(), kind);
  }

  private static Response file(String name, StreamingOutput content) {
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
