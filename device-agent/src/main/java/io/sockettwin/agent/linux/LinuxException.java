package io.sockettwin.agent.linux;

import java.io.IOException;

/// A call that the kernel refused.
public final class LinuxException extends IOException {

  private static final long serialVersionUID = 1;

  static final int ENOENT = 2;
  static final int EINTR = 4;
  static final int EAGAIN = 11;
  static final int EACCES = 13;
  static final int EPERM = 1;
  static final int EBUSY = 16;
  static final int EINVAL = 22;
  static final int ENOTTY = 25;

  LinuxException(String call, int number) {
    super(call + ": " + meaning(number));
  }

  private static String meaning(int number) {
    return switch (number) {
      case ENOENT -> "it does not exist";
      case EACCES, EPERM -> "this user has no permission";
      case EBUSY -> "something else uses it";
      case ENOTTY -> "it is another kind of device";
      case EINVAL -> "it does not have that";
      default -> "error " + number;
    };
  }
}
