package io.sockettwin.service.twin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/// A database whose connections break now and then, also just before and just after a commit.
final class UnreliableDatabase {
  private static final int SELDOM = 40;

  private UnreliableDatabase() {}

  static DataSource of(DataSource real, Random random) {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof Connection connection ? breaking(connection, random) : result;
        });
  }

  private static Connection breaking(Connection real, Random random) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          boolean mayBreak =
              method.getName().equals("commit") || method.getName().equals("prepareStatement");
          if (mayBreak && random.nextInt(SELDOM) == 0) {
            if (method.getName().equals("commit") && random.nextBoolean()) {
              real.commit();
            }
            throw new SQLException("the connection broke", "08006");
          }
          return call(real, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
