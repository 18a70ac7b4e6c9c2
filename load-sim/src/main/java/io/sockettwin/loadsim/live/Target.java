package io.sockettwin.loadsim.live;

import io.sockettwin.agent.link.ServiceAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is loaded, and how.
///
/// @param api null for a target without our REST interface: nothing is created, controlled, audited
/// @param product null for the first socket product
/// @param devices a list of identities; null to create some
/// @param sources local addresses to connect from, in turn; empty for any
/// @param keep whether created devices stay
/// @param loops event loops
public record Target(
    ServiceAddress service,
    @Nullable URI api,
    String accessKey,
    @Nullable String product,
    @Nullable Path devices,
    Dialect dialect,
    List<InetSocketAddress> sources,
    boolean keep,
    int loops) {
  public Target {
    sources = List.copyOf(sources);
  }
}
