package io.sockettwin.service.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.edit.Created;
import io.sockettwin.service.edit.MergePatch;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.product.Products;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The registry of devices.
@Singleton
public class Devices {
  private final DeviceRepository rows;
  private final DeviceList list;
  private final Products products;
  private final Whereabouts whereabouts;
  private final DeviceSecrets secrets;
  private final MergePatch patch;
  private final List<Consumer<DeviceKey>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<DeviceKey>> doors = new CopyOnWriteArrayList<>();

  Devices(
      DeviceRepository rows,
      DeviceList list,
      Products products,
      Whereabouts whereabouts,
      DeviceSecrets secrets,
      MergePatch patch) {
    this.rows = rows;
    this.list = list;
    this.products = products;
    this.whereabouts = whereabouts;
    this.secrets = secrets;
    this.patch = patch;
  }

  /// Whether there is such a device, enabled or not.
  @Transactional
  public boolean exists(DeviceKey device) {
    return rows.find(device).isPresent();
  }

  /// The key of a device somebody names, or the problem that there is none.
  @Transactional
  public DeviceKey require(String productId, String name) {
    return row(productId, name).key();
  }

  /// Those that may connect, in the order of their keys.
  ///
  /// @param tag which they have; any or none if empty
  @Transactional
  public List<NamedDevice> enabled(Optional<String> tag, int most) {
    return rows.enabled(tag, most).stream().map(Devices::named).toList();
  }

  /// The device, if it may connect and has the tag.
  @Transactional
  public Optional<NamedDevice> enabled(DeviceKey device, Optional<String> tag) {
    return rows.find(device)
        .filter(row -> row.enabled && tag.map(List.of(row.tags)::contains).orElse(true))
        .map(Devices::named);
  }

  private static NamedDevice named(DeviceRow row) {
    return new NamedDevice(row.key(), row.alias == null ? row.name : row.alias);
  }

  /// Calls the listener after a device of this process was created, changed or deleted.
  public void whenChanged(Consumer<DeviceKey> listener) {
    listeners.add(listener);
  }

  /// Calls it after a device of this process has lost the right to be connected as it is.
  public void whenRevoked(Consumer<DeviceKey> door) {
    doors.add(door);
  }

  @Transactional
  Optional<KnownDevice> find(DeviceKey device) {
    return rows.find(device)
        .map(row ->
            new KnownDevice(
                row.key(), secrets.open(device, row.secret), row.enabled, row.activatedAt != null));
  }

  @Transactional
  void activate(DeviceKey device, Instant now) {
    rows.activate(device, now);
  }

  @Transactional
  DeviceView get(String productId, String name) {
    return view(row(productId, name));
  }

  @Transactional
  Created<DeviceView> create(DeviceDraft draft, Instant now) {
    return create(draft, false, now);
  }

  /// @param selfRegistered whether it is the device itself that asks for it
  @Transactional
  Created<DeviceView> create(DeviceDraft draft, boolean selfRegistered, Instant now) {
    DeviceKey key = new DeviceKey(draft.productId(), draft.name());
    DeviceSecret secret = secrets.chosenOrDrawn(draft.secret());
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
    row.secret = secrets.seal(key, secret);
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    row.selfRegistered = selfRegistered;
    fill(row, draft.fields());
    try {
      rows.persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw exists(key.toString());
    }
    String location = "/api/devices/" + key.productId() + "/" + key.deviceName();
    return new Created<>(location, row.version, view(row).withSecret(secret.base64()));
  }

  @Transactional
  DeviceView change(String productId, String name, ObjectNode change, @Nullable String ifMatch) {
    DeviceRow row = row(productId, name);
    Versions.requireMatch(ifMatch, row.version);
    fill(row, patch.apply(row.fields(), change, DeviceFields.class));
    rows.flush();
    return view(row);
  }

  /// Gives the device a new secret; the old one is worth nothing from now on.
  @Transactional
  DeviceView renewSecret(String productId, String name, @Nullable String ifMatch) {
    DeviceRow row = row(productId, name);
    Versions.requireMatch(ifMatch, row.version);
    DeviceSecret secret = secrets.draw();
    row.secret = secrets.seal(row.key(), secret);
    rows.flush();
    return view(row).withSecret(secret.base64());
  }

  @Transactional
  void delete(String productId, String name, @Nullable String ifMatch) {
    DeviceRow row = row(productId, name);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  /// To be called after the commit: a login in between would cache what was before.
  public void changed(DeviceKey device) {
    listeners.forEach(it -> it.accept(device));
  }

  /// To be called after the commit instead, when the device was deleted or disabled or got another
  /// secret. Whoever remembers it hears of it first: it may knock again at once.
  void revoked(DeviceKey device) {
    changed(device);
    doors.forEach(it -> it.accept(device));
  }

  private void fill(DeviceRow row, DeviceFields fields) {
    UUID home = fields.homeId();
    whereabouts.require(home, fields.roomId());
    if (home != null && !home.equals(row.homeId)) {
      whereabouts.requireOwn(home);
    }
    row.fill(fields);
  }

  private DeviceView view(DeviceRow row) {
    return list.find(row.key()).orElseThrow();
  }

  private DeviceRow row(String productId, String name) {
    return DeviceKey.of(productId, name)
        .flatMap(rows::find)
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no device " + productId + "/" + name + ".")
                .refused());
  }

  private static RuntimeException exists(String key) {
    return Problem.of(ProblemCode.ALREADY_EXISTS, "There is already a device " + key + ".")
        .refused();
  }
}
