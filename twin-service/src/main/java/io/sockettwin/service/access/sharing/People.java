package io.sockettwin.service.access.sharing;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.sql.Sql;
import javax.sql.DataSource;

/// Those with whom something can be shared.
final class People {
  private People() {}

  static void require(DataSource database, String user) {
    if (Sql.of("select 1 from app_user where name = ?", user)
        .first(database, _ -> true)
        .isEmpty()) {
      throw Problem.of(
              ProblemCode.INVALID,
              "There is no user " + user + ".",
              new Flaw("user", "names no user"))
          .refused();
    }
  }
}
