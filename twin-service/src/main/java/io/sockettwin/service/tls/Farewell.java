package io.sockettwin.service.tls;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Ends a connection after its last words, or without them when the other end does not listen.
final class Farewell {
  private Farewell() {}

  /// @param context of the handler behind which nothing is left to say
  static void after(ChannelFuture lastWords, ChannelHandlerContext context) {
    Future<?> impatience =
        context
            .executor()
            .schedule(
                () -> {
                  var _ = context.close();
                },
                Limits.FAREWELL_PATIENCE.toMillis(),
                TimeUnit.MILLISECONDS);
    var _ =
        lastWords.addListener(any -> {
          impatience.cancel(false);
          var _ = context.close();
        });
  }
}
