package io.sockettwin.agent.link;

/// Why there is no session, in words for the owner of the socket.
public enum Loss {
  UNREACHABLE("cannot reach the service"),
  CLOSED("the service has closed the connection"),
  SERVICE_UNAVAILABLE("the service is there, but not available now"),
  WRONG_SECRET("the service refuses the login: the device secret is wrong"),
  UNKNOWN_DEVICE("the service refuses the login: it does not know this device, or it is disabled"),
  BAD_IDENTITY("the service refuses the login: it does not accept this product and device name"),
  NOT_PERMITTED("the service refuses the device its own topics"),
  TAKEN_OVER("somebody else uses this device's identity: each login closes the other's connection"),
  NO_TLS("the service is there, but no encrypted connection with this device secret comes about"),
  UNTRUSTED("the service's certificate is not trusted, has run out or bears another name"),
  MODULE_SILENT("the AT module does not answer on its serial line"),
  MODULE_REFUSED("the AT module refuses a command");

  private final String sentence;

  Loss(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /// Whether trying again soon is pointless, because somebody has to put something right first.
  boolean needsAPerson() {
    return switch (this) {
      case UNREACHABLE, CLOSED, SERVICE_UNAVAILABLE, NO_TLS, MODULE_SILENT, MODULE_REFUSED -> false;
      case WRONG_SECRET, UNKNOWN_DEVICE, BAD_IDENTITY, NOT_PERMITTED, TAKEN_OVER, UNTRUSTED -> true;
    };
  }
}
