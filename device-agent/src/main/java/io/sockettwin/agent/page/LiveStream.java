package io.sockettwin.agent.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Server-sent events: the view at the pace of the meter, whenever it is another one.
final class LiveStream {

  /// The meter's own pace.
  private static final Duration PACE = Duration.ofMillis(100);

  /// So many silent turns later a comment finds out whether the page is still there.
  private static final int SILENT_TURNS = 150;

  private final Supplier<PageView> view;
  private final BooleanSupplier open;

  LiveStream(Supplier<PageView> view, BooleanSupplier open) {
    this.view = view;
    this.open = open;
  }

  /// Writes until the server closes, or the page does, which is an exception.
  void writeTo(OutputStream out) throws IOException, InterruptedException {
    String last = "";
    int silent = 0;
    while (open.getAsBoolean()) {
      String next = view.get().json().toString();
      if (!next.equals(last)) {
        send(out, "data: " + next + "\n\n");
        last = next;
        silent = 0;
      } else if (++silent == SILENT_TURNS) {
        send(out, ":\n\n");
        silent = 0;
      }
      Thread.sleep(PACE);
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
