package io.sockettwin.service.product;

import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/// Everything a product's data template ever was. Versions are added, never changed.
@Singleton
class TemplateVersions {
  private final DataSource database;

  TemplateVersions(DataSource database) {
    this.database = database;
  }

  void add(String productId, TemplateVersion version) {
    Sql.of(
            "insert into template_version (product_id, number, template, author, at, note)"
                + " values (?, ?, ?, ?, ?, ?)",
            productId,
            version.number(),
            version.template(),
            version.author(),
            version.at(),
            version.note())
        .run(database);
  }

  /// Newest first, without the templates themselves.
  Slice<TemplateVersion> list(String productId, SliceParams part) {
    long before = part.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
    List<TemplateVersion> found =
        Sql.of(
                "select number, at, author, note from template_version"
                    + " where product_id = ? and number < ? order by number desc limit ?",
                productId,
                before,
                part.limit())
            .list(
                database,
                row ->
                    new TemplateVersion(
                        row.getInt("number"),
                        Sql.requireInstant(row, "at"),
                        row.getString("author"),
                        row.getString("note"),
                        null));
    return Slice.of(found, part, last -> Cursor.at(last.number()), it -> it);
  }

  TemplateVersion get(String productId, int number) {
    return Sql.of(
            "select number, at, author, note, template from template_version"
                + " where product_id = ? and number = ?",
            productId,
            number)
        .first(
            database,
            row ->
                new TemplateVersion(
                    row.getInt("number"),
                    Sql.requireInstant(row, "at"),
                    row.getString("author"),
                    row.getString("note"),
                    row.getString("template")))
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.NOT_FOUND,
                    "Product " + productId + " has no template version " + number + ".")
                .refused());
  }

  /// The template of a version, as it was written.
  String template(String productId, int number) {
    return Objects.requireNonNull(get(productId, number).template());
  }
}
