package io.sockettwin.firmware;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The flash region that keeps the energy total over a loss of power: 2048 slots of 8 bytes
/// (firmware section 7). Immutable; a save gives the next one.
///
/// Small for what a fleet has: only the slots up to the last one in use are kept.
public final class EnergyLog {

  public static final int SLOTS = 2048;
  static final int SLOT_BYTES = 8;
  static final int PAGES = 8;
  static final int FIRST_PAGE = 56;
  private static final long ERASED = -1;

  /// What a read of the 8 bytes behind the region gives.
  public enum Behind {
    ERASED,
    ZERO,
    BUS_FAULT
  }

  /// How far the write address advances.
  public enum Stride {
    /// As shipped: by half a slot, to an address the flash refuses (F1).
    HALF_A_SLOT,
    A_SLOT
  }

  /// The log after a save, and what the flash was asked to do.
  public record Saved(EnergyLog log, List<FlashOperation> operations) {}

  private final Stride stride;
  private final Behind behind;

  /// Never written after the constructor.
  private final long[] slots;

  private EnergyLog(Stride stride, Behind behind, long[] slots) {
    this.stride = stride;
    this.behind = behind;
    this.slots = slots;
  }

  public static EnergyLog erased(Stride stride, Behind behind) {
    return new EnergyLog(stride, behind, new long[0]);
  }

  /// A device as shipped that has saved this once, or never if it is zero.
  static EnergyLog shipped(int wattHours) {
    EnergyLog erased = erased(Stride.HALF_A_SLOT, Behind.ERASED);
    return wattHours == 0 ? erased : erased.with(0, wattHours & 0xFFFF_FFFFL);
  }

  /// The log with other content in one slot.
  public EnergyLog with(int slot, long content) {
    if (slot < 0 || slot >= SLOTS) {
      throw new IllegalArgumentException("no slot " + slot);
    }
    long[] next = Arrays.copyOf(slots, Math.max(slots.length, slot + 1));
    Arrays.fill(next, slots.length, next.length, ERASED);
    next[slot] = content;
    return new EnergyLog(stride, behind, next);
  }

  public boolean isErased(int slot) {
    return content(slot) == ERASED;
  }

  public long content(int slot) {
    if (slot < SLOTS) {
      return slot < slots.length ? slots[slot] : ERASED;
    }
    return behind == Behind.ZERO ? 0 : ERASED;
  }

  /// A binary search for a used slot before an erased one, its upper end one slot too far.
  public Found search() {
    int left = 0;
    int right = SLOTS;
    while (left <= right) {
      int middle = (left + right) / 2;
      if (isErased(middle)) {
        right = middle - 1;
        continue;
      }
      if (middle == SLOTS) {
        return new Found.Slot(SLOTS);
      }
      if (middle + 1 == SLOTS && behind == Behind.BUS_FAULT) {
        return new Found.BusFault();
      }
      if (isErased(middle + 1)) {
        return new Found.Slot(middle);
      }
      left = middle + 1;
    }
    return new Found.Nothing();
  }

  /// What the device finds after power-up: the low word, whatever else the slot holds (F4).
  public int wattHours(Found found) {
    return found instanceof Found.Slot(int number) ? (int) content(number) : 0;
  }

  /// Writes a total behind the record found. The flash's answers are ignored.
  public Saved save(Found found, int wattHours) {
    return switch (found) {
      case Found.Nothing() -> programmed(this, 0, wattHours, List.of());
      case Found.BusFault() -> new Saved(this, List.of());
      case Found.Slot(int number) when number == SLOTS - 1 ->
          programmed(
              erased(stride, behind),
              0,
              wattHours,
              List.of(new FlashOperation.Erase(FIRST_PAGE, PAGES)));
      case Found.Slot slot -> {
        int step = stride == Stride.A_SLOT ? SLOT_BYTES : SLOT_BYTES / 2;
        yield programmed(this, slot.byteOffset() + step, wattHours, List.of());
      }
    };
  }

  private static Saved programmed(
      EnergyLog log, int byteOffset, int wattHours, List<FlashOperation> before) {
    FlashOperation.Status status = status(byteOffset);
    List<FlashOperation> operations = new ArrayList<>(before);
    operations.add(new FlashOperation.Program(byteOffset, wattHours, status));
    boolean accepted = status == FlashOperation.Status.OK;
    return new Saved(
        accepted ? log.with(byteOffset / SLOT_BYTES, wattHours & 0xFFFF_FFFFL) : log,
        List.copyOf(operations));
  }

  private static FlashOperation.Status status(int byteOffset) {
    if (byteOffset >= SLOTS * SLOT_BYTES) {
      return FlashOperation.Status.OUT_OF_RANGE;
    }
    return byteOffset % SLOT_BYTES == 0
        ? FlashOperation.Status.OK
        : FlashOperation.Status.ALIGNMENT_ERROR;
  }
}
