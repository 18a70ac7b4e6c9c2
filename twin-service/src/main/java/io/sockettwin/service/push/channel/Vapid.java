package io.sockettwin.service.push.channel;

import com.interaso.webpush.VapidKeys;
import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.seal.Seal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The keys by which push services know us (RFC 8292). They are made at the first start and shared
/// by all replicas; browsers that subscribed are bound to them.
@Singleton
class Vapid {
  private static final String OWNER = "web push";

  private final DataSource database;
  private final Seal seal;
  private volatile @Nullable VapidKeys keys;

  Vapid(DataSource database, Seal seal) {
    this.database = database;
    this.seal = seal;
  }

  void atStart(@Observes StartupEvent started) throws SQLException {
    try (Connection connection = database.getConnection()) {
      keys = readOrMake(connection);
    }
  }

  VapidKeys keys() {
    VapidKeys known = keys;
    if (known == null) {
      throw new IllegalStateException("asked for before the start");
    }
    return known;
  }

  /// What a browser must be given to subscribe.
  String applicationServerKey() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(keys().getApplicationServerKey());
  }

  /// Several replicas may start for the first time at once: one makes the keys of all.
  private VapidKeys readOrMake(Connection connection) throws SQLException {
    VapidKeys known = read(connection);
    if (known != null) {
      return known;
    }
    VapidKeys made = VapidKeys.generate();
    String sql =
        "insert into push_vapid (id, public_key, private_key) values (1, ?, ?)"
            + " on conflict do nothing";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, made.getX509PublicKey());
      insert.setBytes(2, seal.seal(made.getPkcs8PrivateKey(), OWNER));
      insert.executeUpdate();
    }
    VapidKeys stored = read(connection);
    return stored == null ? made : stored;
  }

  private @Nullable VapidKeys read(Connection connection) throws SQLException {
    String sql = "select public_key, private_key from push_vapid";
    try (PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? VapidKeys.create(row.getString(1), seal.open(row.getBytes(2), OWNER))
          : null;
    }
  }
}
