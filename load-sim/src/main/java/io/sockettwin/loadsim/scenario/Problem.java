package io.sockettwin.loadsim.scenario;

/// Something that is wrong with a scenario file, and where.
///
/// @param line counted from 1
public record Problem(int line, String sentence) {
  @Override
  public String toString() {
    return "line " + line + ": " + sentence;
  }
}
