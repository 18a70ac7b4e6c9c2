package io.sockettwin.service.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Products;
import io.sockettwin.thing.DataTemplate;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The flows that people edit, and those of them that run.
@Singleton
class Flows {
  /// Of all products; each is judged with every report of its product.
  static final int MAX_FLOWS = 500;

  private final FlowRepository rows;
  private final Products products;
  private final ObjectMapper json;
  private final RunningFlows running;
  private final FlowChecks checks;
  private final FlowVersions versions;

  Flows(
      FlowRepository rows,
      Products products,
      ObjectMapper json,
      RunningFlows running,
      FlowChecks checks,
      FlowVersions versions) {
    this.rows = rows;
    this.products = products;
    this.json = json;
    this.running = running;
    this.checks = checks;
    this.versions = versions;
  }

  @Transactional
  Page<FlowView> page(@Nullable String productId, PageParams wanted) {
    return Page.of(
        productId == null
            ? rows.find("order by createdAt, id")
            : rows.find("productId = ?1 order by createdAt, id", productId),
        wanted,
        this::view);
  }

  @Transactional
  FlowView get(String id) {
    return view(require(id));
  }

  @Transactional
  FlowView create(FlowDraft draft, String author, Instant now) {
    if (rows.count() >= MAX_FLOWS) {
      throw Problem.of(ProblemCode.INVALID, "There are " + MAX_FLOWS + " flows already.").refused();
    }
    return create(UUID.randomUUID().toString(), draft, author, now);
  }

  @Transactional
  FlowView create(String id, FlowDraft draft, String author, Instant now) {
    checks.requireFit(draft);
    FlowRow row = new FlowRow();
    row.id = id;
    row.productId = draft.productId();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    fill(row, draft);
    rows.persistAndFlush(row);
    versions.keep(row, author, now);
    return view(row);
  }

  /// A changed rule begins anew: its open alarms end.
  @Transactional
  FlowView change(
      String id, FlowDraft draft, @Nullable String ifMatch, String author, Instant now) {
    FlowRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    if (!draft.productId().equals(row.productId)) {
      Flaw flaw = new Flaw("productId", "cannot be changed");
      throw Problem.of(ProblemCode.INVALID, "A flow stays with its product.", flaw).refused();
    }
    checks.requireFit(draft);
    boolean begunAnew = !content(row).rule().equals(draft.rule());
    fill(row, draft);
    if (begunAnew) {
      row.generation++;
    }
    rows.flush();
    versions.keep(row, author, now);
    if (begunAnew) {
      end(id, now, "the flow was changed");
    }
    return view(row);
  }

  @Transactional
  void delete(String id, @Nullable String ifMatch, Instant now) {
    FlowRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
    end(id, now, "the flow was deleted");
  }

  /// To be called after the commit of a change.
  void changed(String productId) {
    running.reload();
    running.wake(productId);
  }

  @Transactional
  FlowDraft draft(String id) {
    return content(require(id));
  }

  private void end(String id, Instant now, String reason) {
    rows.getEntityManager()
        .createNativeQuery(
            "update alarm set cleared_at = greatest(:now, event_at), clear_reason = :reason"
                + " where flow_id = :id and cleared_at is null")
        .setParameter("now", now)
        .setParameter("reason", reason)
        .setParameter("id", id)
        .executeUpdate();
  }

  private FlowRow require(String id) {
    return rows.findByIdOptional(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no flow " + id + ".").refused());
  }

  private void fill(FlowRow row, FlowDraft draft) {
    row.mode = draft.modeOrOff();
    try {
      row.content = json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("flow " + row.id, e);
    }
  }

  private FlowDraft content(FlowRow row) {
    return RunningFlows.content(json, row.id, row.content);
  }

  private FlowView view(FlowRow row) {
    FlowDraft draft = content(row);
    Optional<DataTemplate> template = products.find(row.productId).map(it -> it.template());
    List<Flaw> flaws =
        template.isPresent()
                && FlowCheck.of(draft, template.get()) instanceof FlowCheck.Flawed(var found)
            ? found
            : List.of();
    return new FlowView(row.id, draft, flaws, row.createdAt, row.version);
  }
}
