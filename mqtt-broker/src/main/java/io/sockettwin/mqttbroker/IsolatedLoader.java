package io.sockettwin.mqttbroker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;

/// Sees the JDK, the unpacked broker, and of the host's class path nothing but our own two
/// packages: `gate`, which it shares with the host, and `hivemq`, whose bytes it takes from the
/// host to define the classes anew. On the host's class path the broker hangs or breaks the host's
/// logging, and clashes with its Netty.
final class IsolatedLoader extends URLClassLoader {

  private static final String SHARED = "io.sockettwin.mqttbroker.gate.";
  private static final String OURS = "io.sockettwin.mqttbroker.hivemq.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  IsolatedLoader(URL[] jars, ClassLoader host) {
    super("mqtt-broker", jars, ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(SHARED) ? host.loadClass(name) : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.findClass(name);
    }
    try (InputStream file = host.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read class " + name, e);
    }
  }
}
