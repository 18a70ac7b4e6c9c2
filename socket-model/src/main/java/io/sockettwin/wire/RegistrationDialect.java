package io.sockettwin.wire;

/// The two ways to register, told apart by the path that is posted to (protocol section 11).
public enum RegistrationDialect {
  V1("/register/dev"),
  V2("/device/register");

  private final String path;

  RegistrationDialect(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }
}
