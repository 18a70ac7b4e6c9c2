package io.sockettwin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sockettwin.thing.Check;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recorded traffic of the vendor's clients and of the socket's firmware.
class CapturesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
  private static final DeviceSecret SECRET =
      DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==").orElseThrow();
  private static final ProductSecret PRODUCT =
      ProductSecret.parse("hzvf5LF9S0isvBhDSauWMaIk").orElseThrow();
  private static final Pattern PUBLISH =
      Pattern.compile(
          "^[0-9:.]+ (?:[CS]->[CS] PUBLISH +)?qos=\\S+ (?:retain\\S+ dup\\S+ (?:id\\S+ )?)?(\\S+) (.*)$",
          Pattern.DOTALL);
  private static final Pattern CONNECT =
      Pattern.compile("clientId=(\\S+) username=(\\S+) password=(\\S+)");

  private static List<String> lines(String file) {
    try (var in = CapturesTest.class.getResourceAsStream("/captures/" + file)) {
      // One character a byte, so that binary payloads come through.
      return Arrays.asList(
          new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).split("\n", -1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Message understand(String name, byte[] payload) {
    Topic topic = Topic.parse(name).orElseThrow(() -> new AssertionError(name));
    Decoded<? extends Message> decoded =
        topic.kind().mayPublish()
            ? MessageCodec.decodeUp(topic, payload)
            : MessageCodec.decodeDown(topic, payload);
    return switch (decoded) {
      case Decoded.Understood(Message message) -> message;
      case Decoded.Refused(int code, String reason, _) ->
          throw new AssertionError(code + " " + reason + " for " + name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "c-sdk-notls.txt, 39, 5",
    "c-sdk-tls-psk.txt, 6, 0",
    "java-sdk-junit.txt, 14, 1",
    "socket-firmware-mqtt.txt, 61, 2"
  })
  void understandsEveryPublishAndAcceptsEveryLogin(String file, int publishes, int logins) {
    int published = 0;
    int loggedIn = 0;
    for (String line : lines(file)) {
      Matcher publish = PUBLISH.matcher(line);
      if (publish.matches()) {
        byte[] payload = publish.group(2).getBytes(StandardCharsets.ISO_8859_1);
        Message message = understand(publish.group(1), payload);
        Topic topic = Topic.parse(publish.group(1)).orElseThrow();
        assertThat(MessageCodec.topicOf(message, topic.device())).isEqualTo(topic);
        // What we write ourselves says the same.
        assertThat(understand(publish.group(1), MessageCodec.encode(message))).isEqualTo(message);
        published++;
      } else if (line.contains(" CONNECT ")) {
        Matcher connect = CONNECT.matcher(line);
        assertThat(connect.find()).as(line).isTrue();
        var login = new Credentials(connect.group(1), connect.group(2), connect.group(3));
        assertThat(login.verify(SECRET, NOW)).as(line).isEqualTo(LoginVerdict.ACCEPTED);
        loggedIn++;
      } else {
        assertThat(line).doesNotContain("PUBLISH ").doesNotContain("\"method\"");
      }
    }
    assertThat(published).isEqualTo(publishes);
    assertThat(loggedIn).isEqualTo(logins);
  }

  @Test
  void acceptsAllTheFirmwareReports() {
    DataTemplate template = Templates.socket();
    int checked = 0;
    for (String line : lines("socket-firmware-mqtt.txt")) {
      Matcher publish = PUBLISH.matcher(line);
      if (!publish.matches()) {
        continue;
      }
      byte[] payload = publish.group(2).getBytes(StandardCharsets.ISO_8859_1);
      Check check =
          switch (understand(publish.group(1), payload)) {
            case Message.Report report -> template.checkReport(report.params());
            case Message.Control control -> template.checkControl(control.params());
            case Message.EventPost post ->
                template.checkEvent(
                    post.events().getFirst().eventId(),
                    post.events().getFirst().at(),
                    post.events().getFirst().params(),
                    NOW);
            default -> null;
          };
      if (check != null) {
        assertThat(check).as(line).isInstanceOf(Check.Accepted.class);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(20);
  }

  @Test
  void acceptsEveryRegistration() {
    List<String> lines = lines("dynreg.txt");
    int accepted = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("POST /register/dev")) {
        byte[] body = lines.get(i + 6).getBytes(StandardCharsets.UTF_8);
        assertThat(RegistrationRequest.parseV1(body).orElseThrow().verify(PRODUCT)).isTrue();
        accepted++;
      } else if (lines.get(i).contains("POST /device/register")) {
        List<String> request = lines.subList(i, lines.size());
        String body = request.get(request.indexOf("") + 1);
        assertThat(
                RegistrationRequest.parseV2(
                        header(request, "host"),
                        header(request, "x-tc-algorithm"),
                        header(request, "x-tc-timestamp"),
                        header(request, "x-tc-nonce"),
                        header(request, "x-tc-signature"),
                        body.getBytes(StandardCharsets.UTF_8))
                    .orElseThrow()
                    .verify(PRODUCT))
            .isTrue();
        accepted++;
      } else if (lines.get(i).startsWith("<< ")) {
        byte[] reply = lines.get(i).substring(3).getBytes(StandardCharsets.UTF_8);
        assertThat(RegistrationReply.read(reply, PRODUCT)).contains(SECRET);
      }
    }
    assertThat(accepted).isEqualTo(3);
  }

  private static String header(List<String> request, String name) {
    return request.stream()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ": "))
        .findFirst()
        .map(line -> line.substring(name.length() + 2))
        .orElseThrow();
  }
}
