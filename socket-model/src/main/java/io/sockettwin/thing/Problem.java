package io.sockettwin.thing;

/// What is wrong in a data template, and where: `properties[3].define.max`.
public record Problem(String path, String message) {
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
