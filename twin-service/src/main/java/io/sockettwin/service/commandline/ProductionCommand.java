package io.sockettwin.service.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The production line from a shell.
@Command(
    name = "production",
    mixinStandardHelpOptions = true,
    description = "Makes batches of credentials, fetches what is burned and printed, and audits.")
@SuppressWarnings({"NullAway.Init", "unused"}) // picocli fills the fields and calls the methods
final class ProductionCommand {
  private static final String BATCHES = "/api/production/batches";

  @Spec CommandSpec spec;
  @Mixin Connection service;

  @Command(name = "create", description = "Makes a batch and prints its id.")
  void create(
      @Option(names = "--product", required = true, description = "Id of the product")
          String product,
      @Option(
              names = "--names",
              required = true,
              description = "Pattern with # for the digits of the counter, as socket-######")
          String names,
      @Option(names = "--count", required = true, description = "How many devices") int count,
      @Option(names = "--first", defaultValue = "1", description = "The first number") int first,
      @Option(names = "--note", defaultValue = "", description = "What shall be remembered")
          String note) {
    ObjectNode draft = JsonNodeFactory.instance.objectNode();
    draft.put("productId", product).put("pattern", names).put("count", count);
    draft.put("first", first).put("note", note);
    print(service.create(BATCHES, draft).path("id").asText());
  }

  @Command(name = "list", description = "Lists the latest batches.")
  void list() {
    for (JsonNode batch : service.get(BATCHES + "?size=200").path("items")) {
      print(
          "%s  %s  %-6d  %s  %s  %s"
              .formatted(
                  batch.path("id").asText(),
                  batch.path("productId").asText(),
                  batch.path("count").asInt(),
                  batch.path("pattern").asText(),
                  batch.path("createdAt").asText(),
                  batch.has("closedAt") ? "closed" : "open"));
    }
  }

  @Command(
      name = "download",
      description =
          "Fetches device_info.txt, credentials.csv, images.zip, labels.zip or labels.pdf.")
  void download(
      @Parameters(paramLabel = "BATCH", description = "Id of the batch") UUID batch,
      @Parameters(paramLabel = "FILE", description = "Which of these files") String file,
      @Option(names = "--out", description = "Where to; by default the file's name here")
          @Nullable Path out)
      throws IOException {
    Path target = out == null ? Path.of(file).getFileName() : out;
    new NewFile(target).write(part -> service.download(BATCHES + "/" + batch + "/" + file, part));
    print(target.toString());
  }

  @Command(
      name = "audit",
      description = "Tells what became of a batch; with --finding, of which devices.")
  void audit(
      @Parameters(paramLabel = "BATCH", description = "Id of the batch") UUID batch,
      @Option(names = "--finding", description = "activated, never-seen, cloned or burned-twice")
          @Nullable String finding) {
    String path = BATCHES + "/" + batch + "/audit";
    if (finding == null) {
      JsonNode audit = service.get(path);
      for (String count :
          new String[] {"devices", "activated", "neverSeen", "cloned", "burnedTwice"}) {
        print("%-12s %d".formatted(count, audit.path(count).asInt()));
      }
      return;
    }
    String list = path + "/devices?size=200&finding=" + finding;
    @Nullable String next = "";
    while (next != null) {
      JsonNode part = service.get(next.isEmpty() ? list : list + "&after=" + next);
      part.path("items").forEach(device -> print(line(device)));
      next = part.hasNonNull("next") ? part.path("next").asText() : null;
    }
  }

  @Command(name = "close", description = "Closes a batch: its secrets can no longer be downloaded.")
  void close(@Parameters(paramLabel = "BATCH", description = "Id of the batch") UUID batch) {
    print("closed at " + service.post(BATCHES + "/" + batch + "/close").path("closedAt").asText());
  }

  private static String line(JsonNode device) {
    StringBuilder line = new StringBuilder(device.path("name").asText());
    if (device.has("cloneEvidence")) {
      line.append("  ").append(device.path("cloneEvidence").asText());
    }
    device.path("hardwareIds").forEach(id -> line.append("  ").append(id.asText()));
    return line.toString();
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
