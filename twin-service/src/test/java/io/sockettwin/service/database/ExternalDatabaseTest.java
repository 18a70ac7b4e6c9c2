package io.sockettwin.service.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ExternalDatabaseTest {
  private static final DatabaseAddress ADDRESS =
      new DatabaseAddress("jdbc:postgresql://db/twin?password=hidden1", "twin", "hidden2");

  private static String sentence(String state) {
    return ExternalDatabase.sentence(ADDRESS, new SQLException("No route.\nmore", state));
  }

  @Test
  void tellsAWrongPasswordFromAMissingDatabaseFromAnUnreachableServer() {
    assertThat(sentence("28P01"))
        .contains("refuses user twin")
        .contains("sockettwin.database.password");
    assertThat(sentence("3D000")).contains("knows no database").contains("sockettwin.database.url");
    assertThat(sentence("08001"))
        .contains("is unreachable (No route)")
        .contains("sockettwin.database.url");
  }

  @Test
  void neverShowsAPassword() {
    for (String state : new String[] {"28P01", "3D000", "08001"}) {
      assertThat(sentence(state)).doesNotContain("hidden").doesNotContain("\n");
    }
    assertThat(ADDRESS.toString()).doesNotContain("hidden2");
  }

  @Test
  void refusesAnotherKindOfDatabase() {
    DatabaseAddress other = new DatabaseAddress("jdbc:h2:mem:", "", "");
    assertThatThrownBy(() -> ExternalDatabase.requireUsable(other))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("sockettwin.database.url");
  }
}
