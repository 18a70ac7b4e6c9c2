package io.sockettwin.agent.hardware.pi;

import static io.sockettwin.agent.hardware.pi.GpioLayout.offset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our description of the kernel's structures against the kernel's own headers, by a C compiler.
class GpioLayoutTest {

  private static final Path COMPILER = Path.of("/usr/bin/gcc");

  private static final List<Path> HEADERS =
      List.of(Path.of("/usr/include/linux/gpio.h"), Path.of("/usr/include/linux/spi/spidev.h"));

  @TempDir private Path folder;

  @Test
  void isThatOfTheKernelsHeaders() throws Exception {
    assumeTrue(Files.exists(COMPILER), "there is no C compiler");
    assumeTrue(HEADERS.stream().allMatch(Files::exists), "the kernel's headers are not installed");

    assertThat(
            compiledAndRun(
                """
                S(gpio_v2_line_request) O(gpio_v2_line_request, offsets)
                O(gpio_v2_line_request, consumer) O(gpio_v2_line_request, config)
                O(gpio_v2_line_request, config.flags) O(gpio_v2_line_request, config.attrs)
                O(gpio_v2_line_request, num_lines) O(gpio_v2_line_request, event_buffer_size)
                O(gpio_v2_line_request, fd)
                S(gpio_v2_line_values) O(gpio_v2_line_values, bits) O(gpio_v2_line_values, mask)
                S(gpio_v2_line_event) O(gpio_v2_line_event, id) O(gpio_v2_line_event, line_seqno)
                P(GPIO_V2_GET_LINE_IOCTL) P(GPIO_V2_LINE_GET_VALUES_IOCTL)
                P(GPIO_V2_LINE_SET_VALUES_IOCTL)
                P(GPIO_V2_LINE_FLAG_ACTIVE_LOW) P(GPIO_V2_LINE_FLAG_INPUT)
                P(GPIO_V2_LINE_FLAG_OUTPUT) P(GPIO_V2_LINE_FLAG_EDGE_RISING)
                P(GPIO_V2_LINE_FLAG_EDGE_FALLING) P(GPIO_V2_LINE_FLAG_BIAS_PULL_UP)
                P(GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN) P(GPIO_V2_LINE_EVENT_RISING_EDGE)
                P(SPI_IOC_WR_MODE) P(SPI_IOC_WR_BITS_PER_WORD) P(SPI_IOC_WR_MAX_SPEED_HZ)
                """))
        .containsExactly(
            GpioLayout.REQUEST.byteSize(),
            offset(GpioLayout.REQUEST, "offsets"),
            offset(GpioLayout.REQUEST, "consumer"),
            offset(GpioLayout.REQUEST, "config"),
            offset(GpioLayout.REQUEST, "config", "flags"),
            offset(GpioLayout.REQUEST, "config", "attrs"),
            offset(GpioLayout.REQUEST, "num_lines"),
            offset(GpioLayout.REQUEST, "event_buffer_size"),
            offset(GpioLayout.REQUEST, "fd"),
            GpioLayout.VALUES.byteSize(),
            offset(GpioLayout.VALUES, "bits"),
            offset(GpioLayout.VALUES, "mask"),
            GpioLayout.EVENT.byteSize(),
            offset(GpioLayout.EVENT, "id"),
            offset(GpioLayout.EVENT, "line_seqno"),
            GpioLayout.GET_LINE,
            GpioLayout.GET_VALUES,
            GpioLayout.SET_VALUES,
            GpioLayout.FLAG_ACTIVE_LOW,
            GpioLayout.FLAG_INPUT,
            GpioLayout.FLAG_OUTPUT,
            GpioLayout.FLAG_EDGE_RISING,
            GpioLayout.FLAG_EDGE_FALLING,
            GpioLayout.FLAG_BIAS_PULL_UP,
            GpioLayout.FLAG_BIAS_PULL_DOWN,
            (long) GpioLayout.EVENT_RISING,
            SpiBus.WRITE_MODE,
            SpiBus.WRITE_BITS_PER_WORD,
            SpiBus.WRITE_MAX_SPEED);
  }

  @Test
  void asksForAnOutputThatIsInactiveWhicheverLevelThatIs() {
    Pin pin = new Pin(Path.of("/dev/gpiochip0"), 17, true);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = GpioLine.request(arena, pin, GpioLayout.FLAG_OUTPUT);

      assertThat(request.get(ValueLayout.JAVA_INT, 0)).isEqualTo(17);
      assertThat(request.getString(256)).isEqualTo("sockettwin");
      assertThat(request.get(ValueLayout.JAVA_LONG, 288)).isEqualTo(2 | 8);
      assertThat(request.get(ValueLayout.JAVA_INT, 296)).as("no value given").isZero();
      assertThat(request.get(ValueLayout.JAVA_INT, 560)).isEqualTo(1);
    }
  }

  @Test
  void readsEdgesAsTheKernelWritesThem() {
    byte[] events = new byte[3 * 48 + 7];
    // Little-endian: id 1 is a rising edge, 2 a falling one.
    events[8] = 1;
    events[48 + 8] = 2;
    events[96 + 8] = 1;

    assertThat(GpioLine.changes(events)).containsExactly(true, false, true);
  }

  private List<Long> compiledAndRun(String lines) throws IOException, InterruptedException {
    Path source = folder.resolve("layout.c");
    Files.writeString(
        source,
        """
        #include <stdio.h>
        #include <stddef.h>
        #include <linux/gpio.h>
        #include <linux/spi/spidev.h>
        #define P(value) printf("%llu\\n", (unsigned long long) (value));
        #define S(type) P(sizeof(struct type))
        #define O(type, member) P(offsetof(struct type, member))
        int main(void) {
        """
            + lines
            + "return 0; }");
    Path program = folder.resolve("layout");
    Process compiler =
        new ProcessBuilder(COMPILER.toString(), source.toString(), "-o", program.toString())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).isZero();
    Process run = new ProcessBuilder(program.toString()).start();
    return run.inputReader().lines().map(Long::valueOf).toList();
  }
}
