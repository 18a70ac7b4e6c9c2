package io.sockettwin.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.TestSurroundings;
import io.sockettwin.service.database.DatabaseAddress;
import io.sockettwin.service.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives of a database with awkward contents, and what becomes of archives that are not right.
class RestorationIT {
  /// Values that a careless copy would change, and a table that no migration makes.
  private static final String CONTENTS =
      """
      insert into product (id, name_en, name_zh, template, secret, registration, panel, created_at, version)
        values ('AAAAAAAAAA', E'quotes " '' and,\\nlines\\r\\n\\\\.', '插座', '{}', '\\x00ff22', 'DISABLED', '{}',
          '2026-03-29 01:30:00.123456+00', 0);
      insert into device (product_id, name, secret, enabled, created_at, version, tags, latitude, note)
        values ('AAAAAAAAAA', 'one', '', true, now(), 0, '{a,"b,c"}', 0.1::float8 + 0.2::float8, ''),
          ('AAAAAAAAAA', 'two', '\\x01', false, now(), 3, '{}', null, null);
      insert into audit_entry (at, who, way, address, method, route, parameters, status)
        values (now(), '', '', '', '', '', '{"b":1,"a":null}', 200), (now(), '', '', '', '', '', '{}', 500);
      delete from audit_entry where status = 500;
      create table history.report_aaaaaaaaaa (device text not null, at timestamptz not null,
        received_at timestamptz not null, token text not null, "power-Switch" smallint, list jsonb,
        primary key (device, at, received_at)) partition by range (at);
      create index on history.report_aaaaaaaaaa using brin (received_at)
        with (pages_per_range = 32, autosummarize = on);
      create table history.report_aaaaaaaaaa_20260323 partition of history.report_aaaaaaaaaa
        for values from ('2026-03-23 00:00Z') to ('2026-03-30 00:00Z') with (fillfactor = 70);
      create table history.event_20260301 partition of history.event
        for values from ('2026-03-01 00:00Z') to ('2026-04-01 00:00Z');
      insert into history.report_aaaaaaaaaa values
        ('one', '2026-03-29 01:00Z', '2026-03-29 01:00Z', '', 1, '[]'),
        ('one', '2026-03-29 01:00:01Z', '2026-03-29 01:00:01Z', 't', null, null);
      """;

  @TempDir static Path server;
  @TempDir Path folder;

  private static EmbeddedDatabase postgres;
  private static int databases;

  private Installation old;
  private Path archive;

  @BeforeAll
  static void start() {
    postgres = EmbeddedDatabase.start(server, TestSurroundings.UNPACKED_SERVER);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void backUp() throws Exception {
    old = fresh("old");
    migrate(old, "latest");
    run(old, CONTENTS);
    Files.writeString(old.folder().resolve("seal-key"), "key of the old one\n");
    Files.writeString(old.folder().resolve("access-key"), "door\n");
    archive = backUp(old, true);
  }

  private Path backUp(Installation from, boolean keys) throws Exception {
    Path file = Files.createTempFile(folder, "backup", ".zip");
    Backup.write(from, file, keys);
    return file;
  }

  /// An empty database with an empty data folder.
  private Installation fresh(String name) throws Exception {
    String database = name + databases++;
    try (Connection connection = TableContents.connect(postgres.address());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database);
    }
    DatabaseAddress any = postgres.address();
    String url = any.jdbcUrl().replaceFirst("[^/]+$", database);
    return new Installation(
        "1.2",
        Files.createTempDirectory(folder, name),
        new DatabaseAddress(url, any.username(), any.password()),
        Optional.empty(),
        () -> {});
  }

  private static void migrate(Installation installation, String target) {
    DatabaseAddress address = installation.database();
    Flyway.configure()
        .dataSource(address.jdbcUrl(), address.username(), address.password())
        .target(target)
        .load()
        .migrate();
  }

  private static void run(Installation installation, String sql) throws SQLException {
    try (Connection connection = TableContents.connect(installation.database());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void assertRefused(
      Path archive, Installation target, boolean replace, String... words) {
    assertThatThrownBy(() -> Restoration.run(archive, target, replace))
        .isInstanceOf(ArchiveRefused.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  /// Changes the manifest, as nobody but a saboteur does.
  private void tamper(UnaryOperator<String> change) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(archive)) {
      Path manifest = zip.getPath(Manifest.ENTRY);
      Files.writeString(manifest, change.apply(Files.readString(manifest)));
    }
  }

  @Test
  void everythingIsAsItWas() throws Exception {
    Installation target = fresh("target");
    Outcome outcome = Restoration.run(archive, target, false);
    assertThat(TableContents.of(target.database())).isEqualTo(TableContents.of(old.database()));
    assertThat(TableContents.structure(target.database()))
        .isEqualTo(TableContents.structure(old.database()));
    assertThat(outcome.program()).isEqualTo("1.2");
    assertThat(target.folder().resolve("seal-key")).hasContent("key of the old one");
    assertThat(target.folder().resolve("access-key")).hasContent("door");
    try (var files = Files.list(target.folder())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void anOlderSchemaIsMigratedOn() throws Exception {
    Installation older = fresh("older");
    migrate(older, "2");
    run(older, CONTENTS.substring(0, CONTENTS.indexOf("insert into device")));
    run(
        older,
        "insert into device values ('AAAAAAAAAA', 'one', '', true, now(), null, 0);"
            + " insert into report values ('AAAAAAAAAA', 'one', now(), 't', '{}')");
    Installation target = fresh("target");
    assertThat(Restoration.run(backUp(older, true), target, false).schemaVersion()).isEqualTo("2");
    assertThat(TableContents.of(target.database()))
        .containsKeys("audit_entry", "twin")
        .hasEntrySatisfying("device", rows -> assertThat(rows).startsWith("1 "))
        // From here the service goes on at its next start, as after any update.
        .hasEntrySatisfying("history.report_untyped", rows -> assertThat(rows).startsWith("1 "));
  }

  @Test
  void whatIsThereIsReplacedOnlyWhenToldTo() throws Exception {
    Installation target = fresh("target");
    Restoration.run(archive, target, false);
    run(target, "delete from device where name = 'two'; create view mine as select 1");
    assertRefused(archive, target, false, "not empty", "--replace");
    Restoration.run(archive, target, true);
    assertThat(TableContents.of(target.database())).isEqualTo(TableContents.of(old.database()));
    assertThat(TableContents.structure(target.database()))
        .isEqualTo(TableContents.structure(old.database()));
  }

  @Test
  void aRestorationThatFailsHalfwayChangesNothing() throws Exception {
    var before = TableContents.of(old.database());
    run(old, "insert into home values (gen_random_uuid(), 'new', 'UTC', null, null, '', now(), 0)");
    var after = TableContents.of(old.database());
    tamper(json -> json.replaceFirst("\"rows\" : 1,", "\"rows\" : 7,"));
    assertThatThrownBy(() -> Restoration.run(archive, old, true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not 7");
    assertThat(TableContents.of(old.database())).isEqualTo(after).isNotEqualTo(before);
    try (var files = Files.list(old.folder())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void refusesWhatIsNoWholeArchive() throws Exception {
    Installation target = fresh("target");
    assertRefused(folder.resolve("none.zip"), target, false, "There is no file");
    byte[] bytes = Files.readAllBytes(archive);
    Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(half, target, false, "half.zip is no archive of SocketTwin");
    Path text = Files.writeString(folder.resolve("text.zip"), "hello");
    assertRefused(text, target, false, "text.zip is no archive of SocketTwin");
    try (FileSystem zip = FileSystems.newFileSystem(archive)) {
      Path device = zip.getPath("tables/device.csv");
      Files.writeString(device, Files.readString(device).replace("two", "too"));
    }
    assertRefused(archive, target, false, "is damaged: tables/device.csv");
    assertThat(TableContents.of(target.database())).isEmpty();
  }

  @Test
  void refusesWhatANewerProgramWrote() throws Exception {
    Installation target = fresh("target");
    tamper(
        json -> json.replaceFirst("\"schemaVersion\" : \"\\d+\"", "\"schemaVersion\" : \"999\""));
    assertRefused(archive, target, false, "schema version 999", "newer");
    tamper(json -> json.replaceFirst("\"format\" : 1", "\"format\" : 2"));
    assertRefused(archive, target, false, "format 2");
    assertThat(TableContents.of(target.database())).isEmpty();
  }

  @Test
  void refusesNamesThatWouldBeMoreThanNames() throws Exception {
    Installation target = fresh("target");
    tamper(json -> json.replace("\"name\" : \"device\"", "\"name\" : \"device; drop table x\""));
    assertRefused(archive, target, false, "manifest is not valid");
    tamper(json ->
        json.replace("device; drop table x", "device")
            .replace("\"jsonb\"", "\"text default lo_import('x')\""));
    assertRefused(archive, target, false, "manifest is not valid");
  }

  @Test
  void withoutKeysTheRightOneMustBeThere() throws Exception {
    Path bare = backUp(old, false);
    Installation target = fresh("target");
    assertRefused(bare, target, false, "written without its seal key", "seal-key");
    Files.writeString(target.folder().resolve("seal-key"), "another");
    assertRefused(bare, target, false, "not the one the archive was sealed with");
    Files.writeString(target.folder().resolve("seal-key"), "key of the old one");
    Restoration.run(bare, target, false);
    assertThat(TableContents.of(target.database())).isEqualTo(TableContents.of(old.database()));
  }

  @Test
  void otherKeysAreReplacedOnlyWhenToldTo() throws Exception {
    Installation target = fresh("target");
    Files.writeString(target.folder().resolve("access-key"), "another");
    assertRefused(archive, target, false, "another access-key", "--replace");
    Restoration.run(archive, target, true);
    assertThat(target.folder().resolve("access-key")).hasContent("door");
  }

  @Test
  void refusesADatabaseInUse() throws Exception {
    Installation target = fresh("target");
    try (Connection _ = TableContents.connect(target.database())) {
      assertRefused(archive, target, false, "in use", "1 connections");
    }
  }

  @Test
  void refusesToBackUpWhatIsNoSocketTwin() throws Exception {
    Installation empty = fresh("empty");
    assertThatThrownBy(() -> backUp(empty, true))
        .isInstanceOf(ArchiveRefused.class)
        .hasMessage("The database holds no SocketTwin.");
  }
}
