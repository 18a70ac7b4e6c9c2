package io.sockettwin.service.product;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import io.sockettwin.wire.ProductSecret;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The products and what is known of each.
@Singleton
public class Products {
  private static final int MAX_CACHED = 1_000;

  /// How long another replica may go on with a template that was changed here.
  private static final Duration CACHED_FOR = Duration.ofSeconds(10);

  private final ProductRepository rows;
  private final Seal seal;
  private final Cache<String, Optional<Product>> cache =
      Caffeine.newBuilder().maximumSize(MAX_CACHED).expireAfterWrite(CACHED_FOR).build();

  Products(ProductRepository rows, Seal seal) {
    this.rows = rows;
    this.seal = seal;
  }

  /// The product with this id, from the cache when it was asked for lately.
  @Transactional
  public Optional<Product> find(String id) {
    return cache.get(id, wanted -> rows.findByIdOptional(wanted).map(Products::product));
  }

  /// The secret with which devices of a product register.
  @Transactional
  public Optional<ProductSecret> secret(String id) {
    return rows.findByIdOptional(id)
        .flatMap(row -> ProductSecret.parse(seal.open(row.secret, owner(row.id))));
  }

  @Transactional
  public long count() {
    return rows.count();
  }

  @Transactional
  Page<ProductView> page(PageParams wanted) {
    return Page.of(rows.find("order by id"), wanted, ProductView::of);
  }

  @Transactional
  ProductView get(String id) {
    return ProductView.of(require(id));
  }

  @Transactional
  ProductView create(ProductDraft draft, Instant now) {
    ProductRow row = new ProductRow();
    row.id = draft.id() == null ? RandomText.productId() : draft.id();
    if (rows.findByIdOptional(row.id).isPresent()) {
      throw exists(row.id);
    }
    String secret = draft.secret() == null ? RandomText.productSecret() : draft.secret();
    row.secret = seal.seal(secret, owner(row.id));
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    fill(row, draft);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw exists(row.id);
    }
    cache.invalidate(row.id);
    return ProductView.of(row, secret);
  }

  @Transactional
  ProductView change(String id, ProductDraft draft, @Nullable String ifMatch) {
    ProductRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    fill(row, draft);
    rows.flush();
    cache.invalidate(id);
    return ProductView.of(row);
  }

  @Transactional
  void delete(String id, @Nullable String ifMatch) {
    ProductRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    try {
      rows.delete(row);
      rows.flush();
    } catch (ConstraintViolationException e) {
      throw Problem.of(ProblemCode.IN_USE, "Product " + id + " has devices: delete them first.")
          .refused();
    }
    cache.invalidate(id);
  }

  private ProductRow require(String id) {
    return rows.findByIdOptional(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no product " + id + ".").refused());
  }

  private static RuntimeException exists(String id) {
    return Problem.of(ProblemCode.ALREADY_EXISTS, "There is already a product " + id + ".")
        .refused();
  }

  private static void fill(ProductRow row, ProductDraft draft) {
    requireTemplate(draft.template().toString());
    row.nameEn = draft.name().en();
    row.nameZh = draft.name().zh();
    row.template = draft.template().toString();
    row.registration = draft.registration() == null ? Registration.DISABLED : draft.registration();
    row.panel = draft.panel() == null ? "{}" : draft.panel().toString();
  }

  private static DataTemplate requireTemplate(String json) {
    return switch (DataTemplate.parse(json)) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(var problems) -> {
        List<Flaw> flaws =
            problems.stream()
                .map(problem ->
                    new Flaw(
                        problem.path().isEmpty() ? "template" : "template." + problem.path(),
                        problem.message()))
                .toList();
        throw Problem.of(ProblemCode.INVALID, "The data template is invalid.", flaws).refused();
      }
    };
  }

  private static Product product(ProductRow row) {
    return switch (DataTemplate.parse(row.template)) {
      case ParsedTemplate.Valid(DataTemplate template) ->
          new Product(
              row.id, new Names(row.nameEn, row.nameZh), template, row.registration, row.version);
      case ParsedTemplate.Invalid(var problems) ->
          throw new IllegalStateException("stored template of " + row.id + ": " + problems);
    };
  }

  private static String owner(String id) {
    return "product " + id;
  }
}
