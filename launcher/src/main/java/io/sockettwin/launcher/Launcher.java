package io.sockettwin.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;

/// Starts the class that the manifest of its own jar names as `Launched-Class`, on Java 25 or
/// newer.
///
/// Compiled for Java 8, so that an old Java can at least say what is missing.
public final class Launcher {
  private static final int MIN_JAVA = 25;
  private static final String ATTRIBUTE = "Launched-Class";

  private Launcher() {}

  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    String version = System.getProperty("java.specification.version");
    if (!isNewEnough(version)) {
      System.err.println(sentence(version, System.getProperty("java.home")));
      System.exit(1);
    }
    try {
      Class.forName(launchedClass()).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Before Java 9 the version began with `1.`.
  static boolean isNewEnough(String specificationVersion) {
    return !specificationVersion.contains(".")
        && Integer.parseInt(specificationVersion) >= MIN_JAVA;
  }

  static String sentence(String version, String home) {
    return "SocketTwin needs Java "
        + MIN_JAVA
        + " or newer, but "
        + home
        + " is Java "
        + version
        + ": install a newer one and start it with that.";
  }

  private static String launchedClass() throws IOException {
    URL self = Launcher.class.getResource("Launcher.class");
    URLConnection connection = self == null ? null : self.openConnection();
    if (connection instanceof JarURLConnection) {
      String name = ((JarURLConnection) connection).getMainAttributes().getValue(ATTRIBUTE);
      if (name != null) {
        return name;
      }
    }
    throw new IllegalStateException("no jar with the manifest attribute " + ATTRIBUTE);
  }
}
