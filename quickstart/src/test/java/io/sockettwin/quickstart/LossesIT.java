package io.sockettwin.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that are killed.
class LossesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PUBLISHERS = 5;
  private static final int BEFORE_THE_KILL = 400;
  @TempDir Path folder;
  private Stack stack;
  private final List<Publisher> publishers = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    stack = Stacks.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    publishers.forEach(Publisher::close);
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void keepsEveryAcknowledgedReportWhenTheServiceIsKilledInMidStream() throws Exception {
    for (int i = 0; i < PUBLISHERS; i++) {
      publishers.add(Publisher.register(stack, "publisher-" + i));
    }
    publishers.forEach(Publisher::start);
    await().atMost(PATIENCE).until(() -> answered().size() >= BEFORE_THE_KILL);
    stack.service().kill();
    publishers.forEach(Publisher::close);
    Set<String> answered = answered();

    stack.restartService();
    try (Database database = Database.of(stack.place())) {
      List<String> kept =
          database.column("select token from report where name like 'publisher-%' and token <> ''");
      assertThat(new HashSet<>(kept)).containsAll(answered);
      assertThat(kept).doesNotHaveDuplicates();
      assertThat(database.column("select token from report where params is null")).isEmpty();
    }
    stack.awaitSocket();
  }

  private Set<String> answered() {
    return publishers.stream()
        .flatMap(publisher -> publisher.answered().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void saysWhyTheSocketIsGoneAndLeavesNothingRunning() throws Exception {
    stack.agent().kill();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          JsonNode presence = stack.demo().path("presence");
          assertThat(presence.path("online").asBoolean(true)).isFalse();
          assertThat(presence.path("reason").asText()).isNotBlank();
        });
    Path pidFile = stack.place().data().resolve("postgres/postmaster.pid");
    long postgres = Long.parseLong(Files.readAllLines(pidFile).getFirst());
    long service = stack.service().pid();

    stack.close();
    assertThat(pidFile).doesNotExist();
    // Whoever adopted it may take a moment to bury it.
    await().atMost(PATIENCE).until(() -> !runs(postgres) && !runs(service));
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
