package io.sockettwin.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.socket.Memory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MemoryCodecTest {

  @Test
  void givesBackWhatItTook() {
    for (Memory memory : new Memory[] {Memory.NOTHING, Memories.SHORT, Memories.FULL}) {
      assertThat(MemoryCodec.decode(MemoryCodec.encode(memory))).contains(memory);
    }
  }

  @Test
  void refusesBytesThatEndTooSoonOrAreOfAnotherVersion() {
    byte[] whole = MemoryCodec.encode(Memories.FULL);
    for (int length = 0; length < whole.length; length++) {
      assertThat(MemoryCodec.decode(Arrays.copyOf(whole, length))).as("%s bytes", length).isEmpty();
    }
    whole[0]++;
    assertThat(MemoryCodec.decode(whole)).isEmpty();
  }
}
