package io.sockettwin.service.telemetry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL with parameters that have names, which may occur several times.
record NamedSql(String sql, Map<String, Object> values) {
  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]+)");

  NamedSql {
    values = Map.copyOf(values);
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    List<Object> ordered = new ArrayList<>();
    Matcher names = NAME.matcher(sql);
    while (names.find()) {
      Object value = values.get(names.group(1));
      if (value == null) {
        throw new IllegalStateException("no value for " + names.group() + " in " + sql);
      }
      ordered.add(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
    }
    PreparedStatement statement = connection.prepareStatement(names.reset().replaceAll("?"));
    for (int i = 0; i < ordered.size(); i++) {
      statement.setObject(i + 1, ordered.get(i));
    }
    return statement;
  }
}
