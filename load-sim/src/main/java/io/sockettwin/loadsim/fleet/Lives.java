package io.sockettwin.loadsim.fleet;

import io.sockettwin.agent.link.Session;
import java.util.concurrent.ConcurrentHashMap;

/// The rules of sessions. A session's rules depend on the product and on how often the power has
/// come, not on the device, so a fleet shares them.
public final class Lives {

  private static final String SOFTWARE = "load-sim";

  private record Life(String productId, int number) {}

  private final String runId;
  private final ConcurrentHashMap<Life, Session> sessions = new ConcurrentHashMap<>();

  /// @param runId short, another one for each run, so that no token comes twice
  public Lives(String runId) {
    this.runId = runId;
  }

  Session session(String productId, int number) {
    return sessions.computeIfAbsent(
        new Life(productId, number),
        life ->
            new Session(life.productId(), runId + Integer.toString(life.number(), 36), SOFTWARE));
  }
}
