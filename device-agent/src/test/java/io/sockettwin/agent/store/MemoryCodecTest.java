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
  void readsWhatWasWrittenBeforeCountdownsWereKept() {
    byte[] bytes = MemoryCodec.encode(Memories.SHORT);
    // Version, load and its length, then the length of the countdown, which there was not.
    int at = 1 + Short.BYTES + "ON".length();
    byte[] older = new byte[bytes.length - Integer.BYTES];
    System.arraycopy(bytes, 0, older, 0, at);
    System.arraycopy(bytes, at + Integer.BYTES, older, at, older.length - at);
    older[0] = 1;

    assertThat(MemoryCodec.decode(older)).contains(Memories.SHORT);
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
