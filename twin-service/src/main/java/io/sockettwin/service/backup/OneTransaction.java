package io.sockettwin.service.backup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/// Lets the migrations work within a transaction that somebody else ends: PostgreSQL can take back
/// tables that were made or dropped as well as rows.
final class OneTransaction {
  private OneTransaction() {}

  /// A source of this one connection, which can neither be committed nor closed.
  static DataSource of(Connection connection) {
    ClassLoader loader = OneTransaction.class.getClassLoader();
    Object kept =
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Connection.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "commit", "close", "setAutoCommit" -> null;
                  default -> {
                    try {
                      yield method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {DataSource.class},
            (_, method, _) -> {
              if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.toString());
              }
              return kept;
            });
  }
}
