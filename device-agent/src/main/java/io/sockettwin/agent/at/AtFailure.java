package io.sockettwin.agent.at;

import io.sockettwin.agent.at.AtRequest.Purpose;
import io.sockettwin.agent.link.Loss;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the module's numbers mean (protocol section 18).
///
/// @param number what it gave as the reason; 0 if it gave none
record AtFailure(int number) {

  /// The end of `FAIL,-117` and `+CME ERROR:204`; a further number is detail.
  private static final Pattern NUMBER = Pattern.compile("(?:FAIL,|ERROR: ?)(-?\\d{1,5})");

  private static final int COMMAND_RUNNING = 200;

  static AtFailure of(String text) {
    Matcher matcher = NUMBER.matcher(text);
    return new AtFailure(matcher.find() ? Integer.parseInt(matcher.group(1)) : 0);
  }

  boolean isBusy() {
    return number == COMMAND_RUNNING;
  }

  /// Why there is no session if a command for this failed so.
  Loss loss(Purpose purpose) {
    return switch (purpose) {
      case LOGIN -> refusedLogin();
      case SUBSCRIBE -> isRefusedSubscription() ? Loss.NOT_PERMITTED : Loss.CLOSED;
      case GREET -> Loss.MODULE_SILENT;
      case STATE, LEAVE, MODE, IDENTIFY, SERVER, CHECK, PUBLISH -> Loss.MODULE_REFUSED;
    };
  }

  private Loss refusedLogin() {
    return switch (number) {
      case -113, -115 -> Loss.SERVICE_UNAVAILABLE;
      case -114 -> Loss.BAD_IDENTITY;
      case -116 -> Loss.WRONG_SECRET;
      case -117 -> Loss.UNKNOWN_DEVICE;
      case 204, 206, 207, 208, -1002 -> Loss.MODULE_REFUSED;
      default -> isTls() ? Loss.NO_TLS : Loss.UNREACHABLE;
    };
  }

  private boolean isRefusedSubscription() {
    return number == -107 || number == -108 || number == 110;
  }

  private boolean isTls() {
    return number <= -701 && number >= -709;
  }
}
