package io.sockettwin.service.binding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Tokens by which a device proves that somebody stands before it: good for one device and for a
/// short time. Stored as hashes; 128 random bits need no salt.
@Singleton
class BindTokens implements PanacheRepositoryBase<BindTokenRow, byte[]> {
  /// Provisioning packets are small, and modules hold a few hundred bytes (protocol section 16).
  private static final int BYTES = 16;

  static final int MAX_OPEN_OF_AN_OWNER = 100;

  private final SecureRandom random = new SecureRandom();

  /// Draws a token. Expired ones are cleared away on the occasion.
  @Transactional
  String issue(String owner, Instant now, Instant expiresAt) {
    delete("expiresAt < ?1", now);
    if (count("owner = ?1 and productId is null", owner) >= MAX_OPEN_OF_AN_OWNER) {
      throw Problem.of(
              ProblemCode.TOO_MANY_ATTEMPTS,
              "There are " + MAX_OPEN_OF_AN_OWNER + " open tokens: let some expire.")
          .refused();
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    BindTokenRow row = new BindTokenRow();
    row.hash = hash(token);
    row.owner = owner;
    row.expiresAt = expiresAt;
    persist(row);
    return token;
  }

  @Transactional
  Optional<BindTokenRow> find(String token, String owner) {
    return findByIdOptional(hash(token)).filter(row -> row.owner.equals(owner));
  }

  /// Uses the token up. The device that has used it may present it again, as it does when the
  /// answer was lost.
  ///
  /// @return whose the device is now; empty for a token that is unknown, expired or used by another
  @Transactional
  Optional<String> redeem(String token, DeviceKey device, Instant now) {
    BindTokenRow row = findById(hash(token), LockModeType.PESSIMISTIC_WRITE);
    if (row == null || row.expiresAt.isBefore(now)) {
      return Optional.empty();
    }
    if (row.productId == null) {
      row.productId = device.productId();
      row.name = device.deviceName();
    }
    return device.equals(row.device()) ? Optional.of(row.owner) : Optional.empty();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
