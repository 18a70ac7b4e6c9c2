package io.sockettwin.thing;

import java.util.SequencedMap;

/// Something a device can be asked to do at once.
public record Action(
    String id,
    String name,
    String desc,
    boolean required,
    SequencedMap<String, Param> input,
    SequencedMap<String, Param> output) {
  public Action {
    input = Ordered.copyOf(input);
    output = Ordered.copyOf(output);
  }
}
