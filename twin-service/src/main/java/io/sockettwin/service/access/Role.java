package io.sockettwin.service.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What somebody is here for.
public enum Role {
  /// Runs the service.
  @JsonProperty("operator")
  OPERATOR,

  /// Produces devices, and brings them to their homes.
  @JsonProperty("installer")
  INSTALLER,

  /// Lives with devices.
  @JsonProperty("owner")
  OWNER,

  /// Looks on.
  @JsonProperty("viewer")
  VIEWER;

  public Set<String> rights() {
    return switch (this) {
      case OPERATOR ->
          Set.of(
              Rights.LOOK,
              Rights.CONTROL,
              Rights.ARRANGE,
              Rights.OVERSEE,
              Rights.INSTALL,
              Rights.MANAGE,
              Rights.ADMINISTER,
              Rights.ACCOUNT);
      case INSTALLER ->
          Set.of(
              Rights.LOOK,
              Rights.CONTROL,
              Rights.ARRANGE,
              Rights.OVERSEE,
              Rights.INSTALL,
              Rights.ACCOUNT);
      case OWNER -> Set.of(Rights.LOOK, Rights.CONTROL, Rights.ARRANGE, Rights.ACCOUNT);
      case VIEWER -> Set.of(Rights.LOOK, Rights.ACCOUNT);
    };
  }

  /// The stored names of the roles that [see all][#seesAll()], as a list in SQL: `'OPERATOR',
  /// 'INSTALLER'`.
  public static String allSeeing() {
    return Arrays.stream(values())
        .filter(Role::seesAll)
        .map(role -> "'" + role.name() + "'")
        .collect(Collectors.joining(", "));
  }

  /// Whether every device and home is visible, rather than one's own and those that were shared.
  public boolean seesAll() {
    return switch (this) {
      case OPERATOR, INSTALLER -> true;
      case OWNER, VIEWER -> false;
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
