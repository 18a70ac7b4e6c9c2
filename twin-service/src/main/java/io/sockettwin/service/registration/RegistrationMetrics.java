package io.sockettwin.service.registration;

import io.micrometer.core.instrument.MeterRegistry;
import io.sockettwin.service.registration.Verdict.Granted;
import jakarta.inject.Singleton;

/// Registrations by the code they were answered with.
@Singleton
class RegistrationMetrics {
  private final MeterRegistry registry;

  RegistrationMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void answered(Verdict verdict) {
    int code =
        switch (verdict) {
          case Granted granted -> 0;
          case Verdict.Refused(var error) -> error.code();
        };
    registry.counter("sockettwin.registrations", "code", Integer.toString(code)).increment();
  }
}
