package io.sockettwin.service.action;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.twin.Correspondent;
import io.sockettwin.service.twin.Twins;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Message;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls to devices that somebody waits for: answered in time or not at all, never queued (protocol
/// section 7).
@Singleton
class Calls implements Correspondent {
  private final Twins twins;
  private final MeterRegistry metrics;
  private final Waiting waiting = new Waiting();

  Calls(Twins twins, MeterRegistry metrics) {
    this.twins = twins;
    this.metrics = metrics;
    Gauge.builder("sockettwin.calls.waiting", waiting, Waiting::size)
        .description("Actions and remote calls without an answer yet")
        .register(metrics);
  }

  /// The device's answer, or the problem that there is none.
  ///
  /// @param token what the answer will carry
  Message.Up call(DeviceKey device, String token, Message.Down message, Duration patience) {
    requireConnected(device);
    CompletableFuture<Optional<Message.Up>> answer = waiting.begin(device, token);
    if (answer == null) {
      throw failed(
          "too many", ProblemCode.TOO_MANY_ATTEMPTS, "Too many calls wait for an answer already.");
    }
    try {
      twins.send(device, message);
      Optional<Message.Up> answered = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answered.isEmpty()) {
        throw failed("left", ProblemCode.DEVICE_OFFLINE, "The device left without an answer.");
      }
      count("answered");
      return answered.get();
    } catch (TimeoutException e) {
      throw failed(
          "timed out",
          ProblemCode.DEVICE_TIMEOUT,
          "The device did not answer within " + patience.toMillis() + " ms.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted", ProblemCode.UNAVAILABLE, "The service stops.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("an answer never fails", e);
    } finally {
      waiting.end(device, token);
    }
  }

  void requireConnected(DeviceKey device) {
    if (!twins.get(device).presence().connected()) {
      throw failed(
          "offline", ProblemCode.DEVICE_OFFLINE, "The device " + device + " is not connected.");
    }
  }

  @Override
  public boolean hears(Message.Up message) {
    return message instanceof Message.ActionReply || message instanceof Message.RemoteCallReply;
  }

  @Override
  public void receive(DeviceKey device, Message.Up message, Instant receivedAt) {
    String token =
        switch (message) {
          case Message.ActionReply reply -> reply.clientToken().text();
          case Message.RemoteCallReply reply -> reply.processId();
          case Message.Up other -> throw new IllegalArgumentException(other.toString());
        };
    if (!waiting.answered(device, token, message)) {
      count("late");
    }
  }

  @Override
  public boolean follows(DeviceKey device) {
    return waiting.isFor(device);
  }

  @Override
  public void left(DeviceKey device, Instant at) {
    waiting.left(device);
  }

  private Refused failed(String outcome, ProblemCode code, String detail) {
    count(outcome);
    return Problem.of(code, detail).refused();
  }

  private void count(String outcome) {
    metrics.counter("sockettwin.calls", "outcome", outcome).increment();
  }
}
