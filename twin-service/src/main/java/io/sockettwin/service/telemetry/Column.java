package io.sockettwin.service.telemetry;

/// Where the values of a property are kept.
///
/// @param name in the table of the reports; unique within the product
record Column(String property, ColumnType type, String name) {

  /// For SQL, whatever letters it is made of.
  String quoted() {
    return Sql.quoted(name);
  }

  /// The column of a roll-up.
  String rolled(Aggregate aggregate) {
    return Sql.quoted(name + "_" + aggregate.text());
  }
}
