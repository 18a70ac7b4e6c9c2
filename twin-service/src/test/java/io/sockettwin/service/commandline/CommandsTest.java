package io.sockettwin.service.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sockettwin.service.Api;
import io.sockettwin.service.TestSurroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(TestSurroundings.class)
class CommandsTest {
  @TempDir Path folder;

  private record Outcome(int exitCode, String out, String err) {}

  private static Outcome run(String... words) {
    List<String> args = new ArrayList<>(List.of("production"));
    args.addAll(
        List.of(
            "--url",
            "http://localhost:" + RestAssured.port,
            "--key-file",
            Api.folder().resolve("access-key").toString()));
    args.addAll(List.of(words));
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Commands.run(args.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString().strip(), err.toString().strip());
  }

  @Test
  void runsAProductionLine() throws IOException {
    Outcome created =
        run("create", "--product", "HRDG3CKWWZ", "--names", "shell-###", "--count", "5");
    assertThat(created.exitCode()).as(created.err()).isZero();
    String batch = created.out();
    assertThat(run("list").out()).contains(batch + "  HRDG3CKWWZ  5 ");

    Path list = folder.resolve("device_info.txt");
    Outcome downloaded = run("download", batch, "device_info.txt", "--out", list.toString());
    assertThat(downloaded.exitCode()).as(downloaded.err()).isZero();
    assertThat(Files.readAllLines(list))
        .hasSize(5)
        .allMatch(line -> line.matches("\\S+ \\S+ \\S+"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
        .isEqualTo("rw-------");
    assertThat(run("download", batch, "device_info.txt", "--out", list.toString()).err())
        .contains("exists already");

    assertThat(run("audit", batch).out()).contains("neverSeen    5");
    assertThat(run("audit", batch, "--finding", "never-seen").out().lines()).hasSize(5);
    assertThat(run("close", batch).out()).startsWith("closed at ");
    Path images = folder.resolve("images.zip");
    Outcome refused = run("download", batch, "images.zip", "--out", images.toString());
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("is closed");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(list);
    }
  }

  @Test
  void namesTheFieldThatDoesNotFit() {
    Outcome refused = run("create", "--product", "HRDG3CKWWZ", "--names", "plain", "--count", "5");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("pattern must be");
  }

  @Test
  void saysWhatItDoesNotUnderstand() {
    assertThat(run("produce").exitCode()).isEqualTo(2);
  }
}
