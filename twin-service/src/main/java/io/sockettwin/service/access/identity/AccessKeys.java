package io.sockettwin.service.access.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.access.Caller;
import io.sockettwin.service.access.Role;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.SecretFile;
import io.sockettwin.service.startup.StartupRefused;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// The keys that open the REST interface.
@Singleton
class AccessKeys implements PanacheRepositoryBase<AccessKeyRow, byte[]> {
  /// 128 random bits in Base64.
  private static final int MIN_LENGTH = 22;

  private final SecretFile file;

  AccessKeys(DataConfig data) {
    this.file = new SecretFile(data.folder().resolve("access-key"));
  }

  /// The key in the data folder is the operator's, and the only one of that name: whoever removes
  /// the file and restarts has a new one, and the lost one is worth nothing.
  @Transactional
  void atStart(@Observes StartupEvent started) {
    String key = file.readOrCreate(Secrets::draw);
    if (key.length() < MIN_LENGTH) {
      throw new StartupRefused(
          file.path()
              + " holds fewer than "
              + MIN_LENGTH
              + " characters: remove it to get a new key.");
    }
    byte[] hash = Secrets.hash(key);
    delete("name = ?1 and hash <> ?2", Caller.KEY_NAME, hash);
    if (findByIdOptional(hash).isEmpty()) {
      AccessKeyRow row = new AccessKeyRow();
      row.hash = hash;
      row.name = Caller.KEY_NAME;
      row.role = Role.OPERATOR.text();
      row.createdAt = Instant.now();
      persist(row);
    }
  }

  @Transactional
  boolean isValid(String key) {
    return findByIdOptional(Secrets.hash(key)).isPresent();
  }
}
