package io.sockettwin.service.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.wire.ProductSecret;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
  private final TemplateVersions versions;
  private final Templates templates;
  private final MergePatch patch;
  private final Seal seal;
  private final Cache<String, Optional<Product>> cache =
      Caffeine.newBuilder().maximumSize(MAX_CACHED).expireAfterWrite(CACHED_FOR).build();

  Products(
      ProductRepository rows,
      TemplateVersions versions,
      Templates templates,
      MergePatch patch,
      Seal seal) {
    this.rows = rows;
    this.versions = versions;
    this.templates = templates;
    this.patch = patch;
    this.seal = seal;
  }

  /// The product with this id, from the cache when it was asked for lately.
  @Transactional
  public Optional<Product> find(String id) {
    return cache.get(id, wanted -> rows.findByIdOptional(wanted).map(ProductRow::product));
  }

  /// The secret with which devices of a product register.
  @Transactional
  public Optional<ProductSecret> secret(String id) {
    return rows.findByIdOptional(id)
        .flatMap(row -> ProductSecret.parse(seal.open(row.secret, owner(row.id))));
  }

  /// What its properties are called in both languages, as far as its template says.
  @Transactional
  public Map<String, Names> propertyNames(String id) {
    return rows.findByIdOptional(id).map(row -> PropertyNames.of(row.template)).orElse(Map.of());
  }

  @Transactional
  public long count() {
    return rows.count();
  }

  @Transactional
  Slice<ProductView> list(SliceParams part) {
    Optional<Cursor> after = part.cursor(1);
    PanacheQuery<ProductRow> query =
        after.isEmpty()
            ? rows.find("order by id")
            : rows.find("id > ?1 order by id", after.get().text(0));
    return Slice.of(
        query.range(0, part.size()).list(), part, row -> Cursor.at(row.id), ProductView::of);
  }

  @Transactional
  ProductView get(String id) {
    return ProductView.of(require(id));
  }

  @Transactional
  Created<ProductView> create(ProductDraft draft, String author, Instant now) {
    ProductRow row = new ProductRow();
    row.id = draft.id() == null ? RandomText.productId() : draft.id();
    if (rows.findByIdOptional(row.id).isPresent()) {
      throw exists(row.id);
    }
    String secret = draft.secret() == null ? RandomText.productSecret() : draft.secret();
    row.secret = seal.seal(secret, owner(row.id));
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    row.fill(draft.fields());
    row.template = draft.template().toString();
    row.templateNumber = 1;
    Templates.require(row.template);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw exists(row.id);
    }
    versions.add(row.id, row.templateVersion(author, "", row.createdAt));
    forget(row.id);
    return new Created<>("/api/products/" + row.id, row.version, ProductView.of(row, secret));
  }

  @Transactional
  ProductView replace(String id, ProductDraft draft, Edit edit) {
    ProductRow row = required(id, edit.ifMatch());
    row.fill(draft.fields());
    put(row, draft.template().toString(), edit);
    rows.flush();
    return ProductView.of(row);
  }

  @Transactional
  ProductView change(String id, ObjectNode change, @Nullable String ifMatch) {
    ProductRow row = required(id, ifMatch);
    row.fill(patch.apply(row.fields(), change, ProductFields.class));
    rows.flush();
    return ProductView.of(row);
  }

  @Transactional
  ProductView putTemplate(String id, String template, Edit edit) {
    ProductRow row = required(id, edit.ifMatch());
    put(row, template, edit);
    rows.flush();
    return ProductView.of(row);
  }

  @Transactional
  TemplateCheck checkTemplate(String id, String template) {
    ProductRow row = require(id);
    return templates.check(id, row.product().template(), Templates.require(template));
  }

  /// Gives the product a new secret; devices can no longer register with the old one.
  @Transactional
  ProductView renewSecret(String id, @Nullable String ifMatch) {
    ProductRow row = required(id, ifMatch);
    String secret = RandomText.productSecret();
    row.secret = seal.seal(secret, owner(id));
    rows.flush();
    return ProductView.of(row, secret);
  }

  @Transactional
  void delete(String id, @Nullable String ifMatch) {
    ProductRow row = required(id, ifMatch);
    try {
      rows.delete(row);
      rows.flush();
    } catch (ConstraintViolationException e) {
      throw Problem.of(ProblemCode.IN_USE, "Product " + id + " has devices: delete them first.")
          .refused();
    }
  }

  /// To be called after the commit: somebody in between would remember what was before.
  void forget(String id) {
    cache.invalidate(id);
  }

  /// The same template again is no new version.
  private void put(ProductRow row, String template, Edit edit) {
    DataTemplate after = Templates.require(template);
    if (row.holds(template)) {
      return;
    }
    TemplateCheck check = templates.check(row.id, row.product().template(), after);
    if (!check.compatible() && !edit.force()) {
      throw Templates.incompatible(check);
    }
    row.template = template;
    row.templateNumber++;
    versions.add(
        row.id,
        row.templateVersion(edit.author(), edit.note(), edit.at().truncatedTo(ChronoUnit.MILLIS)));
  }

  private ProductRow required(String id, @Nullable String ifMatch) {
    ProductRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    return row;
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

  private static String owner(String id) {
    return "product " + id;
  }
}
