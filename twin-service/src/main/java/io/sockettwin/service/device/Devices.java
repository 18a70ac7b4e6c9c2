package io.sockettwin.service.device;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.seal.Seal;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The registry of devices.
@Singleton
public class Devices {
  private final DeviceRepository rows;
  private final Products products;
  private final Seal seal;
  private final SecureRandom random = new SecureRandom();
  private final List<Consumer<DeviceKey>> listeners = new CopyOnWriteArrayList<>();

  Devices(DeviceRepository rows, Products products, Seal seal) {
    this.rows = rows;
    this.products = products;
    this.seal = seal;
  }

  /// Whether there is such a device, enabled or not.
  @Transactional
  public boolean exists(DeviceKey device) {
    return rows.find(device).isPresent();
  }

  /// Calls the listener after a device of this process was created, changed or deleted.
  public void whenChanged(Consumer<DeviceKey> listener) {
    listeners.add(listener);
  }

  @Transactional
  Optional<KnownDevice> find(DeviceKey device) {
    return rows.find(device)
        .map(row ->
            new KnownDevice(
                row.key(),
                DeviceSecret.parse(seal.open(row.secret, owner(device))).orElseThrow(),
                row.enabled,
                row.activatedAt != null));
  }

  @Transactional
  void activate(DeviceKey device, Instant now) {
    rows.activate(device, now);
  }

  @Transactional
  Page<DeviceView> page(@Nullable String productId, PageParams wanted) {
    PanacheQuery<DeviceRow> query =
        productId == null
            ? rows.find("order by productId, name")
            : rows.find("productId = ?1 order by name", productId);
    return Page.of(query, wanted, DeviceView::of);
  }

  @Transactional
  DeviceView get(String productId, String name) {
    return DeviceView.of(require(productId, name));
  }

  @Transactional
  DeviceView create(DeviceDraft draft, Instant now) {
    DeviceKey key = new DeviceKey(draft.productId(), draft.name());
    DeviceSecret secret = secret(draft.secret());
    if (products.find(key.productId()).isEmpty()) {
      Flaw flaw = new Flaw("productId", "names no product");
      throw Problem.of(ProblemCode.INVALID, "There is no product " + key.productId() + ".", flaw)
          .refused();
    }
    if (rows.find(key).isPresent()) {
      throw exists(key.toString());
    }
    DeviceRow row = new DeviceRow();
    row.productId = key.productId();
    row.name = key.deviceName();
    row.secret = seal.seal(secret.base64(), owner(key));
    row.enabled = draft.enabled() == null || draft.enabled();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw exists(key.toString());
    }
    return DeviceView.of(row, secret.base64());
  }

  @Transactional
  DeviceView change(String productId, String name, DeviceChange change, @Nullable String ifMatch) {
    DeviceRow row = require(productId, name);
    Versions.requireMatch(ifMatch, row.version);
    row.enabled = change.enabled();
    rows.flush();
    return DeviceView.of(row);
  }

  @Transactional
  void delete(String productId, String name, @Nullable String ifMatch) {
    DeviceRow row = require(productId, name);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  /// To be called after the commit: a login in between would cache what was before.
  public void changed(String productId, String name) {
    DeviceKey.of(productId, name).ifPresent(key -> listeners.forEach(l -> l.accept(key)));
  }

  private DeviceRow require(String productId, String name) {
    return DeviceKey.of(productId, name)
        .flatMap(rows::find)
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no device " + productId + "/" + name + ".")
                .refused());
  }

  private DeviceSecret secret(@Nullable String wanted) {
    if (wanted == null) {
      byte[] key = new byte[DeviceSecret.LENGTH_BYTES];
      random.nextBytes(key);
      return DeviceSecret.of(key);
    }
    return DeviceSecret.parse(wanted)
        .orElseThrow(() -> {
          Flaw flaw = new Flaw("secret", "must be Base64");
          return Problem.of(ProblemCode.INVALID, "The secret must be Base64.", flaw).refused();
        });
  }

  private static RuntimeException exists(String key) {
    return Problem.of(ProblemCode.ALREADY_EXISTS, "There is already a device " + key + ".")
        .refused();
  }

  static String owner(DeviceKey key) {
    return "device " + key;
  }
}
