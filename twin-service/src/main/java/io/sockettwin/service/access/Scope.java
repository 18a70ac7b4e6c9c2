package io.sockettwin.service.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token is for. It opens no more than its user may do anyway.
public enum Scope {
  @JsonProperty("read")
  READ,
  @JsonProperty("control")
  CONTROL,
  @JsonProperty("manage")
  MANAGE,
  @JsonProperty("administer")
  ADMINISTER;

  /// What a token of these scopes may do for a user of this role.
  public static Set<String> rights(Collection<Scope> scopes, Role role) {
    return scopes.stream()
        .flatMap(scope -> scope.rights().stream())
        .filter(role.rights()::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> rights() {
    return switch (this) {
      case READ -> Set.of(Rights.LOOK, Rights.OVERSEE);
      case CONTROL -> Set.of(Rights.CONTROL);
      case MANAGE -> Set.of(Rights.ARRANGE, Rights.INSTALL, Rights.MANAGE);
      case ADMINISTER -> Set.of(Rights.ADMINISTER);
    };
  }
}
