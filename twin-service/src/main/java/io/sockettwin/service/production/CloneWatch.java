package io.sockettwin.service.production;

import io.sockettwin.service.twin.Arrival;
import io.sockettwin.service.twin.Ingest;
import io.sockettwin.service.twin.SessionChange;
import io.sockettwin.thing.DeviceKey;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;

/// Listens to who comes and goes on the way to the twins.
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class CloneWatch implements Ingest {
  private final Ingest twins;
  private final Clones clones;

  CloneWatch(@Delegate @Any Ingest twins, Clones clones) {
    this.twins = twins;
    this.clones = clones;
  }

  @Override
  public void accept(Arrival arrival) {
    twins.accept(arrival);
  }

  @Override
  public void accept(SessionChange change, Runnable committed) {
    switch (change) {
      case SessionChange.Connected(DeviceKey device, long session, String address, var at) ->
          clones.connected(device, address, at);
      case SessionChange.Disconnected(DeviceKey device, long session, var reason, var at) -> {
        if (reason == SessionChange.Reason.TAKEN_OVER) {
          clones.takenOver(device, at);
        }
      }
      case SessionChange.AllEnded _ -> {}
    }
    twins.accept(change, committed);
  }
}
