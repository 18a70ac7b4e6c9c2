package io.sockettwin.agent.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Why a request came to nothing; codes are stable, sentences are for people (RFC 9457).
enum Problem {
  FOREIGN_HOST(421, "this page is not served under that name"),
  FOREIGN_ORIGIN(403, "only this page itself may do that"),
  NOT_FOUND(404, "there is nothing here"),
  METHOD(405, "this cannot be done here"),
  TOO_LARGE(413, "the message is too large"),
  NOT_JSON_TYPE(415, "the content type must be application/json"),
  NOT_JSON(400, "the message is not a JSON object"),
  MISFIT(422, "a value does not fit"),
  NOT_EMULATED(409, "the parts of this socket are real: touch them by hand"),
  NO_SUCH_APPLIANCE(404, "there is no such appliance"),
  NO_OUTLET_FREE(409, "no more appliances can be plugged in"),
  NOT_PAIRABLE(403, "hold the button for five to ten seconds first"),
  NOT_STORED(507, "it could not be stored"),
  TOO_MANY_PAGES(503, "too many pages watch this socket"),
  FAULT(500, "a fault in the agent; its log has more");

  private final int status;
  private final String sentence;

  Problem(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  int status() {
    return status;
  }

  static Problem of(Subject.Answer refusal) {
    return switch (refusal) {
      case DONE -> throw new IllegalArgumentException("no refusal");
      case NOT_EMULATED -> NOT_EMULATED;
      case NO_SUCH_APPLIANCE -> NO_SUCH_APPLIANCE;
      case NO_OUTLET_FREE -> NO_OUTLET_FREE;
      case NOT_PAIRABLE -> NOT_PAIRABLE;
      case NOT_STORED -> NOT_STORED;
    };
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", status)
        .put("code", name())
        .put("title", sentence);
  }
}
