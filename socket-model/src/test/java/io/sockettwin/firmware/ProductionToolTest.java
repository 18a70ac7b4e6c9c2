package io.sockettwin.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductionToolTest {

  private static final String GOOD = "PVABCDEFDN dev_a AAAAAAAAAAAAAAAAAAAAAA==\n";

  @Test
  void breaksOffAtAnUnfitLineAndLeavesTheFilesBeforeIt() {
    for (String unfit :
        new String[] {
          "PVABCDEFDN dev_b\n", "PVABCDEFDN d\u00e9v BBBB\n", "P " + "n".repeat(255) + " s\n"
        }) {
      ProductionTool.Run run = ProductionTool.run(GOOD + unfit + GOOD.replace("_a", "_c"));

      assertThat(run.error()).as(unfit).isNotNull();
      assertThat(run.files()).containsOnlyKeys("dev_a.hex");
    }
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(ProductionTool.run("")).isEqualTo(new ProductionTool.Run(java.util.Map.of(), null));
  }

  @Test
  void writesTheLongestLineARecordCanHold() {
    ProductionTool.Run run = ProductionTool.run("P " + "n".repeat(254) + " s");

    assertThat(run.error()).isNull();
    assertThat(run.files()).hasSize(1);
  }
}
