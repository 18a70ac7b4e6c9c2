package io.sockettwin.service.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks, how we know, and what that lets them do.
///
/// @param name what others write down as author or owner
/// @param credential which session or token; a key has no number
public record Caller(
    String name, Role role, Set<String> rights, Way way, @Nullable UUID credential) {
  /// No user has this name: theirs have no spaces.
  public static final String KEY_NAME = "operator key";

  private static final String PLACE = Caller.class.getName();

  /// How somebody was recognized.
  public enum Way {
    /// The machine's own key.
    KEY,
    TOKEN,
    SESSION;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Caller {
    rights = Set.copyOf(rights);
  }

  /// Whoever holds the key of the data folder. It has no account: no password to change, no tokens.
  public static Caller ofKey(Way way, @Nullable UUID credential) {
    Set<String> rights = new HashSet<>(Role.OPERATOR.rights());
    rights.remove(Rights.ACCOUNT);
    return new Caller(KEY_NAME, Role.OPERATOR, rights, way, credential);
  }

  public static Caller of(SecurityIdentity identity) {
    return Optional.ofNullable(identity.<Caller>getAttribute(PLACE))
        .orElseThrow(() -> new IllegalStateException("asked before anybody was recognized"));
  }

  /// Whoever has been recognized so far.
  public static Optional<Caller> of(RoutingContext request) {
    return Optional.ofNullable(request.get(PLACE));
  }

  /// Notes the caller where the request's filters look.
  public void note(RoutingContext request) {
    request.put(PLACE, this);
  }

  public static String attribute() {
    return PLACE;
  }

  public boolean seesAll() {
    return role.seesAll();
  }
}
