package io.sockettwin.loadsim.live;

import java.util.Optional;

/// The dialects there are, by name.
public final class Dialects {

  private static final Dialect DATA_TEMPLATE = new DataTemplateDialect();

  private Dialects() {}

  /// The only one that is answered by a service with twins.
  public static Dialect dataTemplate() {
    return DATA_TEMPLATE;
  }

  public static Optional<Dialect> of(String name) {
    return switch (name) {
      case "data-template" -> Optional.of(DATA_TEMPLATE);
      case "thingsboard" -> Optional.of(ForeignDialect.THINGSBOARD);
      case "tasmota" -> Optional.of(ForeignDialect.TASMOTA);
      default -> Optional.empty();
    };
  }
}
