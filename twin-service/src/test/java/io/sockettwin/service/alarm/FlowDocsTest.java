package io.sockettwin.service.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.flow.FlowParser;
import io.sockettwin.flow.ParsedFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examples in the documentation are flows for the socket.
class FlowDocsTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("\\[source,json]\\n----\\n(.*?)\\n----", Pattern.DOTALL);

  @Test
  void everyExampleIsAFlow() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("../src-docs/flows.adoc")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).hasSizeGreaterThan(10);
    FlowParser parser = new FlowParser(Socket.TEMPLATE, new CelExpressions(Socket.TEMPLATE));
    for (String example : examples) {
      assertThat(parser.parse(new ObjectMapper().readTree(example)))
          .as(example)
          .isInstanceOf(ParsedFlow.Valid.class);
    }
  }
}
