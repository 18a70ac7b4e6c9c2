package io.sockettwin.service.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an archive holds. It is the last entry, written when all others are.
///
/// @param program the version that wrote it
/// @param schemaVersion the last migration its tables had
/// @param sealKey the fingerprint of the key its secrets are sealed with, if the writer knew it
/// @param files of the data folder, by name
/// @param tables in an order in which each comes after those it refers to
/// @param sequences by name, the last number each gave
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
    int format,
    String program,
    String schemaVersion,
    Instant takenAt,
    @Nullable String sealKey,
    Map<String, Content> files,
    List<StoredTable> tables,
    Map<String, Long> sequences) {
  /// Rises when an older program could not read what a newer one writes.
  static final int FORMAT = 1;

  static final String ENTRY = "manifest.json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /// Plain, so that it need not be quoted and cannot be more than a name.
  private static final Pattern RELATION = Pattern.compile("(history\\.)?[a-z_][a-z0-9_]{0,62}");

  Manifest {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(schemaVersion, "schemaVersion");
    Objects.requireNonNull(takenAt, "takenAt");
    files = Map.copyOf(files);
    tables = List.copyOf(tables);
    sequences = Map.copyOf(sequences);
    sequences.keySet().forEach(Manifest::requireRelation);
  }

  /// The length of an entry, uncompressed, and its hash.
  record Content(long bytes, String sha256) {}

  /// @param name as SQL has it, `device` or `history.event`
  /// @param shape of a table that is partitioned
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StoredTable(
      String name, List<String> columns, long rows, Content content, @Nullable Shape shape) {
    StoredTable {
      requireRelation(name);
      Objects.requireNonNull(content, "content");
      columns = List.copyOf(columns);
    }

    String entry() {
      return entryOf(name);
    }

    static String entryOf(String table) {
      return "tables/" + table + ".csv";
    }
  }

  static String fileEntry(String name) {
    return "files/" + name;
  }

  private static void requireRelation(String name) {
    if (!RELATION.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a table or sequence: " + name);
    }
  }

  long rows() {
    return tables.stream().mapToLong(StoredTable::rows).sum();
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The version is looked at first: what a later one holds may be anything.
  static Manifest parse(byte[] json) {
    try {
      int format = JSON.readTree(json).path("format").asInt();
      if (format != FORMAT) {
        throw new ArchiveRefused(
            "The archive has format %d, this program reads format %d: use the version that wrote it."
                .formatted(format, FORMAT));
      }
      return JSON.readValue(json, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new ArchiveRefused("The archive's manifest is not valid: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
