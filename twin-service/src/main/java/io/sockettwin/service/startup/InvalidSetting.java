package io.sockettwin.service.startup;

import io.smallrye.config.ConfigValidationException;

/// What is wrong with a setting, for the operator.
public final class InvalidSetting {
  private InvalidSetting() {}

  /// The library's message without its exception names and codes.
  public static String sentence(ConfigValidationException failure) {
    String message = failure.getProblem(0).getMessage().lines().findFirst().orElse("");
    String told = message.replaceAll("[a-z.]+[A-Za-z]+Exception: |SRCFG\\d+: ", "");
    String value =
        told.replaceFirst(
            "^The config property (\\S+) with the config value (\".*\") threw an Exception whilst being converted ",
            "$1 is $2: ");
    String unknown = value.replaceFirst("^(\\S+) in .* does not map to any root$", "$1");
    return unknown.equals(value)
        ? "Invalid configuration: " + value.replaceFirst("\\.?$", ".")
        : "Invalid configuration: there is no setting " + unknown + ".";
  }
}
