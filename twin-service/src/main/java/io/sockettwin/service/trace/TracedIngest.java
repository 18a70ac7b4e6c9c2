package io.sockettwin.service.trace;

import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.wire.Topic;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;

/// Overhears what devices say on its way to the twins.
@Decorator
@Priority(Interceptor.Priority.APPLICATION + 1)
class TracedIngest implements Ingest {
  private final Ingest twins;
  private final Traces traces;

  TracedIngest(@Delegate @Any Ingest twins, Traces traces) {
    this.twins = twins;
    this.traces = traces;
  }

  @Override
  public void accept(Arrival arrival) {
    if (!traces.isIdle()) {
      Topic.parse(arrival.topic())
          .ifPresent(topic ->
              traces.note(new Overheard.Up(topic, arrival.payload(), arrival.receivedAt())));
    }
    twins.accept(arrival);
  }

  @Override
  public void accept(SessionChange change, Runnable committed) {
    if (!traces.isIdle()) {
      switch (change) {
        case SessionChange.Connected connected -> traces.note(new Overheard.Came(connected));
        case SessionChange.Disconnected left -> traces.note(new Overheard.Went(left));
        case SessionChange.AllEnded _ -> {}
      }
    }
    twins.accept(change, committed);
  }
}
