package io.sockettwin.service;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.sockettwin.service.commandline.Commands;
import io.sockettwin.service.startup.StartupRefused;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The entry of the service: surroundings first, then the application; on exit the reverse.
@QuarkusMain
public final class Main {
  private static final long STOP_SECONDS = 30;

  private final Surroundings surroundings = new Surroundings();
  private final CountDownLatch applicationStopped = new CountDownLatch(1);

  private Main() {}

  public static void main(String[] args) {
    // Their progress would precede the sentence that says how it ended.
    Logger.getLogger("io.zonky").setLevel(Level.WARNING);
    if (Commands.isOne(args)) {
      Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
      System.exit(Commands.run(args, writer(System.out), writer(System.err)));
    }
    new Main().run(args);
  }

  private static PrintWriter writer(PrintStream out) {
    return new PrintWriter(out, true, out.charset());
  }

  private void run(String[] args) {
    try {
      surroundings.prepare();
    } catch (StartupRefused refused) {
      System.err.println(refused.getMessage());
      exit(1);
      return;
    }
    // Signals stop the application in a hook of Quarkus, which runs beside this one.
    Runtime.getRuntime().addShutdownHook(new Thread(this::stopInOrder, "stop-surroundings"));
    Quarkus.run(null, this::stopped, args);
  }

  private void stopped(int exitCode, @Nullable Throwable failure) {
    if (failure != null) {
      StartFailure.tell(failure);
    }
    applicationStopped.countDown();
    exit(exitCode);
  }

  private void stopInOrder() {
    try {
      if (!applicationStopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The application did not stop within " + STOP_SECONDS + " seconds.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    surroundings.close();
  }

  /// Development mode restarts the application within one process, which must not end.
  private void exit(int exitCode) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      System.exit(exitCode);
    }
    surroundings.close();
  }
}
