package io.sockettwin.loadsim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.Agent;
import io.sockettwin.agent.AgentConfig;
import io.sockettwin.agent.emulated.EmulatedSocket;
import io.sockettwin.agent.link.Trust;
import io.sockettwin.loadsim.scenario.ParsedScenario;
import io.sockettwin.loadsim.scenario.ReadyMade;
import io.sockettwin.loadsim.scenario.Scenario;
import io.sockettwin.loadsim.scenario.ScenarioReader;
import io.sockettwin.loadsim.warp.SocketTemplate;
import io.sockettwin.loadsim.warp.WarpRun;
import io.sockettwin.plant.Appliance;
import io.sockettwin.socket.Load;
import io.sockettwin.socket.SocketSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir private Path folder;

  private Path record(String name, int socket) throws IOException {
    Path file = folder.resolve("recording");
    if (ScenarioReader.read(ReadyMade.text(name).orElseThrow())
        instanceof ParsedScenario.Valid(Scenario scenario)) {
      Scenario small = scenario.withSockets(10).withDuration(Duration.ofMinutes(5));
      try (Recorder recorder = new Recorder(file, socket)) {
        new WarpRun(small, WarpRun.twins(SocketTemplate.load()), recorder, _ -> {}).run();
      }
    }
    return file;
  }

  @Test
  void playsEverythingThatCanHappenToTheSameEffects() throws IOException {
    for (int socket = 0; socket < 10; socket++) {
      Path file = record("brown-out", socket);
      assertThat(Replay.play(file))
          .isInstanceOfSatisfying(
              Replay.Outcome.Same.class, it -> assertThat(it.steps()).isGreaterThan(300));
    }
  }

  @Test
  void playsTheOriginalFirmwareToo() throws IOException {
    assertThat(Replay.play(record("firmware-fleet", 0))).isInstanceOf(Replay.Outcome.Same.class);
  }

  @Test
  void playsWhatAnAgentHasRecorded() throws IOException {
    Path file = folder.resolve("agent");
    EmulatedSocket plant = new EmulatedSocket(1);
    AgentConfig config =
        new AgentConfig(
            null, folder.resolve("data"), SocketSettings.DEFAULT, Trust.EVERYBODYS, file);
    try (Agent agent = Agent.start(config, plant)) {
      plant.press(Duration.ofMillis(100));
      await().until(plant::relayClosed);
      plant.plug(Appliance.ofHousehold("kettle").orElseThrow());
      await().until(() -> agent.view().load() == Load.TRIPPED);
    }
    assertThat(Files.readString(file)).contains("ButtonPressed", "OpenRelay");
    assertThat(Replay.play(file)).isInstanceOf(Replay.Outcome.Same.class);
  }

  @Test
  void namesTheFirstStepThatWasAnother() throws IOException {
    Path file = record("quickstart", 0);
    List<String> lines = Files.readAllLines(file);
    int changed =
        lines.indexOf(
            lines.stream().filter(it -> it.contains("CloseRelay")).findFirst().orElseThrow());
    lines.set(changed, lines.get(changed).replace("CloseRelay", "OpenRelay"));
    Files.write(file, lines);
    assertThat(Replay.play(file))
        .isInstanceOfSatisfying(
            Replay.Outcome.Different.class,
            it -> {
              assertThat(it.line()).isEqualTo(changed + 1);
              assertThat(it.recorded()).contains("OpenRelay");
              assertThat(it.now()).contains("CloseRelay");
            });
  }

  @Test
  void refusesWhatIsNoRecording() throws IOException {
    Path file = folder.resolve("poem");
    Files.writeString(file, "Roses are red\n");
    assertThat(Replay.play(file)).isInstanceOf(Replay.Outcome.Unreadable.class);
    Files.writeString(file, "");
    assertThat(Replay.play(file)).isInstanceOf(Replay.Outcome.Unreadable.class);
    Files.writeString(file, "{\"version\":9,\"product\":\"A\",\"device\":\"b\"}\n");
    assertThat(Replay.play(file)).isInstanceOf(Replay.Outcome.Unreadable.class);
  }
}
