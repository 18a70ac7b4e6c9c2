package io.sockettwin.agent.credentials;

import io.sockettwin.agent.link.ServiceAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who the socket is, and when somebody who stands there may tell it otherwise. Safe to use from
/// any thread.
///
/// What it was told is kept in a file and comes before what it was started with, until a factory
/// reset.
public final class Pairing implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);

  private final PairedFile file;
  private final @Nullable Account configured;
  private final Consumer<Optional<Account>> changed;
  private @Nullable Account current;
  private @Nullable Long windowEndsAtNanos;
  private @Nullable Registrar registrar;

  /// @param configured who the socket is as long as nobody tells it
  /// @param changed told who it is whenever that is another; empty if it does not know any more
  public Pairing(
      PairedFile file, @Nullable Account configured, Consumer<Optional<Account>> changed) {
    this.file = file;
    this.configured = configured;
    this.changed = changed;
  }

  /// Finds out who the socket is.
  ///
  /// @throws IOException if what was stored cannot be read
  public synchronized void start() throws IOException {
    Optional<Account> told = file.load();
    told.ifPresent(account -> LOG.info("paired as {}", account.identity().device()));
    change(told.orElse(configured));
    if (current == null) {
      LOG.info("this socket does not know yet who it is");
    }
  }

  /// Whether somebody may tell the socket who it is now: always while it does not know.
  public synchronized boolean open() {
    return current == null || remaining().isPresent();
  }

  /// How long that is so; empty if it is not, or for any time.
  public synchronized Optional<Duration> remaining() {
    if (windowEndsAtNanos == null) {
      return Optional.empty();
    }
    Duration remaining = Duration.ofNanos(windowEndsAtNanos - System.nanoTime());
    return remaining.isPositive() ? Optional.of(remaining) : Optional.empty();
  }

  /// Lets somebody tell for some time from now on.
  public synchronized void openFor(Duration time) {
    windowEndsAtNanos = System.nanoTime() + time.toNanos();
  }

  public synchronized void endWindow() {
    windowEndsAtNanos = null;
  }

  /// Becomes this device, now and after each restart, if somebody may tell it now.
  ///
  /// @throws IOException if that cannot be stored; then all stays as it was
  public synchronized boolean pair(Account account) throws IOException {
    if (!open()) {
      return false;
    }
    file.store(account);
    endWindow();
    change(account);
    LOG.info("paired as {} with {}", account.identity().device(), account.service());
    return true;
  }

  /// Obtains the secret of the device from the service, unless somebody tells it before.
  public synchronized void register(Registration registration, ServiceAddress service) {
    if (current == null) {
      registrar =
          Registrar.start(registration, identity -> registered(new Account(identity, service)));
    }
  }

  /// Forgets what it was told, as a factory reset does; does not wait for the disk.
  public void forget() {
    Thread.ofVirtual().name("forget-pairing").start(this::eraseFile);
  }

  @Override
  public synchronized void close() {
    if (registrar != null) {
      registrar.close();
      registrar = null;
    }
  }

  private synchronized void registered(Account account) {
    if (current != null) {
      return;
    }
    try {
      file.store(account);
    } catch (IOException e) {
      // It cannot be asked for again once the device has connected: used now, at least.
      LOG.error("the secret of {} could not be stored", account.identity().device(), e);
    }
    change(account);
  }

  private synchronized void eraseFile() {
    try {
      file.erase();
      change(configured);
    } catch (IOException e) {
      LOG.error("{} could not be erased", file.path(), e);
    }
  }

  private void change(@Nullable Account next) {
    if (!Objects.equals(current, next)) {
      current = next;
      changed.accept(Optional.ofNullable(next));
    }
    if (next != null) {
      close();
    }
  }
}
