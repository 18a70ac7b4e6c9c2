package io.sockettwin.service.production;

import io.sockettwin.service.device.DeviceSeries;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Products;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The batches of the production line.
@Singleton
class Batches {
  private final BatchStore store;
  private final Products products;
  private final DeviceSeries series;

  Batches(BatchStore store, Products products, DeviceSeries series) {
    this.store = store;
    this.products = products;
    this.series = series;
  }

  /// Makes all devices of the batch or none, in the caller's transaction.
  Created<Batch> create(BatchDraft draft, String author, Instant now) {
    NamePattern pattern =
        NamePattern.parse(draft.pattern())
            .orElseThrow(() ->
                invalid(
                    "pattern", "must be a device name with one run of 1 to 9 #, as socket-######"));
    int first = draft.firstNumber();
    if ((long) first + draft.count() - 1 > pattern.largest()) {
      throw invalid("count", "counts beyond " + pattern.name(pattern.largest()));
    }
    if (products.find(draft.productId()).isEmpty()) {
      throw invalid("productId", "names no product");
    }
    Batch batch =
        new Batch(
            UUID.randomUUID(),
            draft.productId(),
            draft.pattern(),
            first,
            draft.count(),
            draft.note() == null ? "" : draft.note(),
            author,
            now.truncatedTo(ChronoUnit.MILLIS),
            null,
            0);
    store.add(batch);
    series.create(
        batch.productId(),
        batch.id(),
        IntStream.range(first, first + batch.count()).mapToObj(pattern::name),
        batch.createdAt());
    return new Created<>("/api/production/batches/" + batch.id(), batch.version(), batch);
  }

  Slice<Batch> list(SliceParams part) {
    return store.list(part);
  }

  Batch require(UUID id) {
    return store
        .find(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no batch " + id + ".").refused());
  }

  /// From now on nobody can download the batch's secrets.
  Batch close(UUID id, @Nullable String ifMatch, Instant now) {
    Batch batch = require(id);
    Versions.requireMatch(ifMatch, batch.version());
    store.close(id, now.truncatedTo(ChronoUnit.MILLIS));
    return require(id);
  }

  /// What is known of a device in the field must not lose where it came from.
  void delete(UUID id) {
    require(id);
    if (!store.delete(id)) {
      throw Problem.of(ProblemCode.IN_USE, "Batch " + id + " has devices; delete them first.")
          .refused();
    }
  }

  /// Lets somebody download secrets, and notes it.
  Batch open(UUID id, Download download) {
    Batch batch = require(id);
    if (batch.isClosed()) {
      throw Problem.of(
              ProblemCode.CLOSED, "Batch " + id + " is closed: its secrets stay where they are.")
          .refused();
    }
    store.noteDownload(id, download);
    return batch;
  }

  /// Labels have no secrets, so a closed batch has them too.
  void noteLabels(UUID id, Download download) {
    store.noteDownload(require(id).id(), download);
  }

  private static Refused invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, "The batch does not fit.", new Flaw(field, message))
        .refused();
  }
}
