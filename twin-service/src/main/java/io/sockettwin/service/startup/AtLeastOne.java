package io.sockettwin.service.startup;

import org.eclipse.microprofile.config.spi.Converter;

/// A setting that counts something there must be one of: a rate, a number of threads, a limit.
public final class AtLeastOne implements Converter<Integer> {
  private static final long serialVersionUID = 1;

  @Override
  public Integer convert(String value) {
    if (!value.strip().matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException("it must be a whole number from 1 to 999999999");
    }
    return Integer.valueOf(value.strip());
  }
}
