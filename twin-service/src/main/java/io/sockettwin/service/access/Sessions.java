package io.sockettwin.service.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/// The browsers that are signed in.
@Singleton
class Sessions implements PanacheRepositoryBase<SessionRow, byte[]> {
  static final String COOKIE = "sockettwin-session";

  /// Opens a session and answers its secret. Expired ones are cleared away on the occasion.
  @Transactional
  String open(Grant grant, Instant now, Instant expiresAt) {
    delete("expiresAt < ?1", now);
    String secret = Secrets.draw();
    SessionRow row = new SessionRow();
    row.hash = Secrets.hash(secret);
    row.name = grant.name();
    row.role = grant.role();
    row.expiresAt = expiresAt;
    persist(row);
    return secret;
  }

  @Transactional
  Optional<Grant> grant(String secret, Instant now) {
    return findByIdOptional(Secrets.hash(secret))
        .filter(row -> row.expiresAt.isAfter(now))
        .map(SessionRow::grant);
  }

  @Transactional
  void close(String secret) {
    deleteById(Secrets.hash(secret));
  }
}
