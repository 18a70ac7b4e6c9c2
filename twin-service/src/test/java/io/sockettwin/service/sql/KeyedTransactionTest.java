package io.sockettwin.service.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sockettwin.service.TestSurroundings;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class KeyedTransactionTest {
  private static final String[] NAMES =
      IntStream.range(0, 500).mapToObj(i -> "n" + i).toArray(String[]::new);

  @Inject DataSource database;

  @Test
  void findsRowsByKeyInTablesThatHaveGrownSinceTheyWereAnalyzed() throws SQLException {
    try (Connection connection = database.getConnection()) {
      KeyedTransaction.begin(connection);
      assertThat(planOfManyKeysInAGrownTable(connection))
          .anyMatch(line -> line.contains("using grown_pkey"))
          .noneMatch(line -> line.contains("Seq Scan"));
      connection.rollback();
    }
  }

  @Test
  void endsWithItsTransaction() throws SQLException {
    try (Connection connection = database.getConnection()) {
      KeyedTransaction.begin(connection);
      connection.rollback();
      assertThat(Sql.of("show enable_seqscan").list(connection, row -> row.getString(1)))
          .containsExactly("on");
    }
  }

  private static List<String> planOfManyKeysInAGrownTable(Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temp table grown (p text, n text, primary key (p, n)) on commit drop");
      statement.execute("insert into grown select 'p', 'n' || i from generate_series(1, 100) i");
      statement.execute("analyze grown");
      statement.execute("insert into grown select 'p', 'n' || i from generate_series(101, 3000) i");
    }
    return Sql.of(
            "select grown.p, grown.n from grown join unnest(?::text[]) as u(n)"
                + " on grown.p = 'p' and grown.n = u.n",
            (Object) NAMES)
        .explained()
        .list(connection, row -> row.getString(1));
  }
}
