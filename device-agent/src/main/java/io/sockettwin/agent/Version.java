package io.sockettwin.agent;

/// Which version this is, as its jar says.
final class Version {

  static final String CURRENT = current();

  private Version() {}

  private static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
