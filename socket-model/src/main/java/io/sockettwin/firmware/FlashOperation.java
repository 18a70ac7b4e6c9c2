package io.sockettwin.firmware;

/// What was asked of the flash memory, and what it said. The original never looks at the answer
/// (F8).
public sealed interface FlashOperation {

  record Program(int byteOffset, int wattHours, Status status) implements FlashOperation {}

  record Erase(int firstPage, int pages) implements FlashOperation {}

  enum Status {
    OK,
    /// The address is not that of a double word.
    ALIGNMENT_ERROR,
    OUT_OF_RANGE
  }
}
