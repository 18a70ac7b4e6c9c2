package io.sockettwin.agent.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sockettwin.agent.link.ServiceAddress;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {

  private static final Account CONFIGURED = account("configured");
  private static final Account TOLD = account("told");

  @TempDir private Path folder;

  private final List<Optional<Account>> changes = new CopyOnWriteArrayList<>();

  @Test
  void isOpenForAnyTimeWhileTheSocketDoesNotKnowWhoItIs() throws IOException {
    Pairing pairing = started(null);

    assertThat(pairing.open()).isTrue();
    assertThat(pairing.remaining()).isEmpty();
    assertThat(pairing.pair(TOLD)).isTrue();
    assertThat(pairing.open()).isFalse();
    assertThat(changes).containsExactly(Optional.of(TOLD));
  }

  @Test
  void isClosedOtherwiseUntilItIsOpened() throws IOException {
    Pairing pairing = started(CONFIGURED);

    assertThat(pairing.pair(TOLD)).isFalse();
    pairing.openFor(Duration.ofMinutes(1));
    assertThat(pairing.remaining().orElseThrow()).isPositive();
    assertThat(pairing.pair(TOLD)).isTrue();
    assertThat(pairing.pair(CONFIGURED)).isFalse();
  }

  @Test
  void closesByItself() throws IOException {
    Pairing pairing = started(CONFIGURED);
    pairing.openFor(Duration.ofMillis(30));

    await().until(() -> !pairing.open());
    assertThat(pairing.pair(TOLD)).isFalse();
  }

  @Test
  void closesWhenItIsTold() throws IOException {
    Pairing pairing = started(CONFIGURED);
    pairing.openFor(Duration.ofMinutes(1));
    pairing.endWindow();

    assertThat(pairing.open()).isFalse();
  }

  @Test
  void whatItWasToldComesBeforeTheConfigurationAndSurvives() throws IOException {
    Pairing pairing = started(null);
    assertThat(pairing.pair(TOLD)).isTrue();
    changes.clear();

    started(CONFIGURED);

    assertThat(changes).containsExactly(Optional.of(TOLD));
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    Pairing pairing = started(null);
    assertThat(pairing.pair(TOLD)).isTrue();

    Path file = new PairedFile(folder).path();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aFactoryResetGoesBackToTheConfiguration() throws IOException {
    Pairing pairing = started(null);
    assertThat(pairing.pair(TOLD)).isTrue();

    pairing.forget();

    await().until(() -> changes.size() == 2);
    assertThat(changes.getLast()).isEmpty();
    assertThat(new PairedFile(folder).exists()).isFalse();
    assertThat(pairing.open()).isTrue();
  }

  @Test
  void aFileThatIsNotOursIsLeftAlone() throws IOException {
    Path file = Files.writeString(new PairedFile(folder).path(), "HRDG3CKWWZ socket001");

    assertThatThrownBy(() -> started(CONFIGURED)).isInstanceOf(IOException.class);
    assertThat(file).hasContent("HRDG3CKWWZ socket001");
  }

  @Test
  void whatCannotBeStoredIsNotBecome() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("file"), "");
    Pairing pairing = new Pairing(new PairedFile(noFolder.resolve("below")), null, changes::add);

    assertThatThrownBy(() -> pairing.pair(TOLD)).isInstanceOf(IOException.class);
    assertThat(changes).isEmpty();
    assertThat(pairing.open()).isTrue();
  }

  private Pairing started(Account configured) throws IOException {
    Pairing pairing = new Pairing(new PairedFile(folder), configured, changes::add);
    pairing.start();
    return pairing;
  }

  private static Account account(String name) {
    Identity identity =
        new Identity(new DeviceKey("HRDG3CKWWZ", name), DeviceSecret.of(new byte[] {1, 2, 3}));
    return new Account(identity, new ServiceAddress("fe80::1", 1884));
  }
}
