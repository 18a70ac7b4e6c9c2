package io.sockettwin.loadsim.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The alarm rule that watches the sockets of a run, as services read it: each overload is an
/// episode, which ends when the socket is switched on again.
public final class OverloadRule {

  private OverloadRule() {}

  public static ObjectNode json() {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.putObject("input").put("event", "status_report");
    rule.putObject("filter").put("param", "message").put("is", "=").put("value", "overcurrent");
    rule.putObject("clear")
        .putObject("when")
        .put("property", "power_switch")
        .put("is", "=")
        .put("value", 1);
    return rule;
  }
}
