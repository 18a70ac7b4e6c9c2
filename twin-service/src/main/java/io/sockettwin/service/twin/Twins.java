package io.sockettwin.service.twin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sockettwin.service.device.Devices;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Product;
import io.sockettwin.service.product.Products;
import io.sockettwin.thing.Check;
import io.sockettwin.thing.CleanText;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.twin.Control;
import io.sockettwin.twin.TwinInput;
import io.sockettwin.twin.TwinInput.ControlRequested;
import io.sockettwin.twin.TwinState;
import io.sockettwin.wire.Message;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The live twins, for the rest of the service.
@Singleton
public class Twins {
  /// How long a caller waits for its control to be durable.
  private static final Duration ACCEPTANCE = Duration.ofSeconds(5);

  private static final Duration LONGEST_EXPIRY = Duration.ofDays(30);

  private final DataSource database;
  private final Devices devices;
  private final Products products;
  private final Lanes lanes;
  private final Watchers watchers;
  private final TwinConfig config;

  Twins(
      DataSource database,
      Devices devices,
      Products products,
      Lanes lanes,
      Watchers watchers,
      TwinConfig config) {
    this.database = database;
    this.devices = devices;
    this.products = products;
    this.lanes = lanes;
    this.watchers = watchers;
    this.config = config;
  }

  /// Calls the watcher, on a lane's thread, after each committed change.
  ///
  /// @return ends the watching
  public Runnable watch(DeviceKey device, Consumer<TwinState> watcher) {
    return watchers.watch(device, watcher);
  }

  /// Sends a message to a device, or drops and counts it: while the broker is away, and when the
  /// device gets too many.
  public void send(DeviceKey device, Message.Down message) {
    lanes.send(device, message);
  }

  /// A sub-device came or went, as its gateway says.
  public void note(DeviceKey device, TwinInput input, Instant at) {
    lanes.hand(new Job.Happened(device, input, at, () -> {}));
  }

  /// Wakes a participant for the device, in the device's lane; waits while the lane is full.
  ///
  /// @param participant its name
  public void wake(String participant, DeviceKey device, Instant now) {
    lanes.hand(new Job.Woken(device, participant, now));
  }

  /// The device's twin; of a device never heard of, the empty one.
  public TwinState get(DeviceKey device) {
    try (Connection connection = database.getConnection()) {
      Map<DeviceKey, TwinState> found = TwinReader.read(connection, List.of(device), lanes);
      return found.getOrDefault(device, TwinState.UNKNOWN);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /// The device of these names, or the problem that there is none.
  public DeviceKey require(String productId, String name) {
    return DeviceKey.of(productId, name)
        .filter(devices::exists)
        .orElseThrow(() ->
            Problem.of(ProblemCode.NOT_FOUND, "There is no device " + productId + "/" + name + ".")
                .refused());
  }

  /// Makes an intent durable and, if the device is connected, tells it.
  public Control control(
      DeviceKey device, JsonNode values, @Nullable Long expirySeconds, Instant now) {
    DataTemplate template = products.find(device.productId()).map(Product::template).orElseThrow();
    Duration patience = patience(expirySeconds);
    return switch (template.checkControl(values)) {
      case Check.Refused(int code, String status, String reason) -> throw invalid("values", reason);
      case Check.Accepted(var accepted) -> {
        String id = "c-" + UUID.randomUUID();
        var request = new ControlRequested(id, accepted, now.plus(patience));
        yield awaited(new Job.Wanted(device, request, now, new CompletableFuture<>()));
      }
    };
  }

  private Duration patience(@Nullable Long expirySeconds) {
    if (expirySeconds == null) {
      return config.controlExpiry();
    }
    if (expirySeconds < 1 || expirySeconds > LONGEST_EXPIRY.toSeconds()) {
      throw invalid("expirySeconds", "must be 1 to " + LONGEST_EXPIRY.toSeconds());
    }
    return Duration.ofSeconds(expirySeconds);
  }

  /// Whoever is told that nothing was decided must not find it carried out later.
  private Control awaited(Job.Wanted wanted) {
    CompletableFuture<Optional<Control>> done = wanted.accepted();
    try {
      if (!lanes.offer(wanted, ACCEPTANCE)) {
        throw new TimeoutException();
      }
      return done.get(ACCEPTANCE.toMillis(), TimeUnit.MILLISECONDS)
          .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "The device is gone.").refused());
    } catch (TimeoutException | ExecutionException e) {
      throw unavailable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } finally {
      done.cancel(false);
    }
  }

  /// A control at its last stage so far.
  Optional<Control> control(String id) {
    String sql = "select product_id, content from control where id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, CleanText.of(id));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Optional<DataTemplate> template = lanes.template(row.getString(1));
        String content = row.getString(2);
        return template.map(it -> TwinJson.control(content, it));
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private static Refused invalid(String field, String message) {
    return Problem.of(ProblemCode.INVALID, "The control does not fit.", new Flaw(field, message))
        .refused();
  }

  private static Refused unavailable(Exception cause) {
    return Problem.of(
            ProblemCode.UNAVAILABLE,
            "Nothing was decided in time: " + cause.getClass().getSimpleName() + ".")
        .refused();
  }
}
