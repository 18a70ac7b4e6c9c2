package io.sockettwin.service.push.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockettwin.service.startup.StartupRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRuleTest {
  private static final TargetRule NOTHING_ALLOWED = TargetRules.of(List.of());

  private static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200", // metadata of Alibaba Cloud
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16", // metadata of Azure
        "169.254.169.254", // metadata of most others
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192", // metadata of Oracle Cloud
        "192.168.1.1",
        "198.18.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1", // IPv4-compatible
        "::ffff:127.0.0.1", // IPv4-mapped
        "::ffff:a9fe:a9fe", // 169.254.169.254, mapped
        "64:ff9b::10.0.0.1", // NAT64
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1", // local NAT64
        "100::1", // discard
        "2001::1", // Teredo
        "2001:db8::1",
        "2002:7f00:1::", // 6to4 of 127.0.0.1
        "2002:c0a8:101::1", // 6to4 of 192.168.1.1
        "fc00::1",
        "fd00:ec2::254", // metadata of AWS
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1",
      })
  void refusesWhatIsNotThePublicInternet(String literal) {
    assertThat(NOTHING_ALLOWED.objection(true, address(literal))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "168.63.129.17",
        "192.167.255.255",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::1",
        "2606:4700:4700::1111",
      })
  void letsThroughWhatIs(String literal) {
    assertThat(NOTHING_ALLOWED.objection(true, address(literal))).isEmpty();
  }

  /// However an address is spelled, it is judged as it is connected to.
  @ParameterizedTest
  @ValueSource(
      strings = {"2130706433", "127.1", "127.0.1", "0x7f000001", "017700000001", "0177.0.0.1"})
  void knowsOtherSpellingsOfThisMachine(String host) {
    InetAddress resolved;
    try {
      resolved = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      return; // Java does not take it for an address at all, so nothing is connected to.
    }
    assertThat(
            NOTHING_ALLOWED.objection(true, resolved).isPresent() || !resolved.isLoopbackAddress())
        .isTrue();
  }

  @Test
  void sendsUnencryptedOnlyWhereTheOperatorAllows() {
    assertThat(NOTHING_ALLOWED.objection(false, address("1.1.1.1")).orElseThrow())
        .contains("only https");
    TargetRule rule = TargetRules.of(List.of("192.168.1.0/24", "fd00:1::/32"));
    assertThat(rule.objection(false, address("192.168.1.7"))).isEmpty();
    assertThat(rule.objection(false, address("fd00:1:2::7"))).isEmpty();
    assertThat(rule.objection(true, address("192.168.2.7")).orElseThrow())
        .contains("192.168.2.7")
        .contains("sockettwin.push.allowed-networks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "fd00::/129", "/8", ""})
  void refusesToStartWithWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> TargetRules.of(List.of(text)))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("sockettwin.push.allowed-networks");
  }
}
