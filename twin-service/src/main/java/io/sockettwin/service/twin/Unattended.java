package io.sockettwin.service.twin;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/// Holds the place until a real [Ingest] exists: commits nothing, so the broker keeps everything.
@DefaultBean
@Singleton
final class Unattended implements Ingest {

  @Override
  public void accept(Arrival arrival) {
    // Not committed: it arrives again.
  }

  @Override
  public void accept(Presence presence, Runnable committed) {
    // Not committed: it arrives again.
  }
}
