package io.sockettwin.service.broker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when devices can be reached.
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {
  private final BrokerSession session;

  BrokerReadiness(BrokerSession session) {
    this.session = session;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("MQTT broker").status(session.connected()).build();
  }
}
