package io.sockettwin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sockettwin.agent.credentials.Account;
import io.sockettwin.agent.credentials.Identity;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.link.LinkInput;
import io.sockettwin.agent.link.Loss;
import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.agent.link.Transport;
import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Lamp;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.SocketSettings;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.ClientToken;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Message;
import io.sockettwin.wire.StatusScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole agent on emulated hardware, over a line that ends in this test.
class AgentTest {

  private static final Identity IDENTITY =
      new Identity(new DeviceKey("HRDG3CKWWZ", "socket001"), DeviceSecret.of(new byte[16]));

  @TempDir private Path folder;

  private final EmulatedSocket plant = new EmulatedSocket(1);

  @Test
  void tripsOnAnOverloadAndTellsTheService() throws IOException {
    Service service = new Service();
    try (Agent agent = start(service)) {
      plant.press(Duration.ofMillis(100));
      await().until(plant::relayClosed);
      plant.plug(Appliance.ofHousehold("kettle").orElseThrow());

      await().until(() -> agent.view().load() == Load.TRIPPED);
      assertThat(plant.relayClosed()).isFalse();
      await().until(() -> service.heard(Message.EventPost.class).size() == 1);
      assertThat(service.heard(Message.EventPost.class).getFirst().events().getFirst().eventId())
          .isEqualTo("status_report");
      await().until(() -> plant.shown().pattern() == Lamp.Pattern.BLINKING);
      await().until(() -> agent.view().pendingEvents() == 0);
    }
  }

  @Test
  void obeysAControlAnswersAndReports() throws IOException {
    Service service = new Service();
    try (Agent agent = start(service)) {
      await().until(() -> !service.heard(Message.Report.class).isEmpty());
      service.tell(
          new Message.Control(
              ClientToken.of("c-1"), JsonNodeFactory.instance.objectNode().put("power_switch", 1)));

      await().until(plant::relayClosed);
      await().until(() -> service.heard(Message.ControlReply.class).size() == 1);
      await()
          .until(() ->
              service.heard(Message.Report.class).getLast().params().get("power_switch").asInt()
                  == 1);
      assertThat(agent.view().droppedInputs()).isZero();
    }
  }

  @Test
  void worksOnWhenTheServiceIsAway() throws IOException {
    try (Agent agent = start(new Nobody())) {
      plant.plug(Appliance.ofHousehold("lamp").orElseThrow());
      plant.press(Duration.ofMillis(100));

      await().until(() -> agent.view().report().reading().activePowerMilliwatts() > 50_000);
      assertThat(agent.view().link().sentence()).isEqualTo("cannot reach the service");
    }
  }

  @Test
  void keepsTheEnergyOverARestartAndOpensTheRelayWhenItStops() throws IOException {
    long counted;
    try (Agent agent = start(new Nobody())) {
      plant.plug(new Appliance("heater", 1_000, 1000));
      plant.press(Duration.ofMillis(100));
      await().until(() -> agent.view().report().energyMilliwattHours() > 20);
      counted = agent.view().report().energyMilliwattHours();
    }
    assertThat(plant.relayClosed()).isFalse();

    try (Agent again = start(new Nobody(), new EmulatedSocket(2))) {
      assertThat(again.view().report().energyMilliwattHours()).isGreaterThanOrEqualTo(counted);
    }
  }

  @Test
  void staysTrippedOverARestartAndTellsTheServiceThen() throws IOException {
    plant.plug(Appliance.ofHousehold("kettle").orElseThrow());
    try (Agent agent = start(new Nobody())) {
      plant.press(Duration.ofMillis(100));
      await().until(() -> agent.view().load() == Load.TRIPPED);
    }

    Service service = new Service();
    try (Agent again = start(service, new EmulatedSocket(2))) {
      assertThat(again.view().load()).isEqualTo(Load.TRIPPED);
      await().until(() -> !service.heard(Message.EventPost.class).isEmpty());
    }
  }

  @Test
  void refusesADataFolderThatAnotherAgentUses() throws IOException {
    try (Agent first = start(new Nobody())) {
      assertThatThrownBy(() -> start(new Nobody(), new EmulatedSocket(2)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another agent");
      assertThat(first.view().load()).isEqualTo(Load.OFF);
    }
  }

  private Agent start(FakeLine line) throws IOException {
    return start(line, plant);
  }

  private Agent start(FakeLine line, EmulatedSocket hardware) throws IOException {
    AgentConfig config =
        new AgentConfig(
            new Account(IDENTITY, new ServiceAddress("nowhere", 1)),
            folder,
            SocketSettings.DEFAULT);
    return Agent.start(config, hardware, line::open);
  }

  private abstract static class FakeLine implements Transport {
    Consumer<LinkInput> inbox;

    Transport open(ServiceAddress service, Identity identity, Consumer<LinkInput> agent) {
      inbox = agent;
      return this;
    }

    @Override
    public void subscribe() {
      inbox.accept(new LinkInput.Subscribed());
    }

    @Override
    public void publish(Message.Up message) {}

    @Override
    public void hangUp() {}

    @Override
    public void close() {}
  }

  private static final class Nobody extends FakeLine {
    @Override
    public void connect() {
      inbox.accept(new LinkInput.Lost(Loss.UNREACHABLE, 0.5));
    }
  }

  /// Answers as the service does when all is well.
  private static final class Service extends FakeLine {
    private final List<Message> heard = new CopyOnWriteArrayList<>();

    @Override
    public void connect() {
      inbox.accept(new LinkInput.Connected());
    }

    @Override
    public void publish(Message.Up message) {
      heard.add(message);
      if (message instanceof Message.GetStatus status) {
        tell(
            new Message.GetStatusReply(
                status.clientToken(), 0, "success", StatusScope.BOTH, null, null, null));
      }
      if (message instanceof Message.EventPost post) {
        tell(new Message.EventReply(post.clientToken(), null, false, 0, ""));
      }
    }

    void tell(Message.Down message) {
      inbox.accept(new LinkInput.Received(message));
    }

    <M extends Message> List<M> heard(Class<M> type) {
      return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
