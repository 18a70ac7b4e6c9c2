package io.sockettwin.service.push.channel;

import io.sockettwin.service.push.kind.Kind;
import io.sockettwin.service.push.kind.Target;

/// A channel, ready to be used.
public record Channel(
    String id, String name, Kind kind, boolean enabled, Target target, Policy policy) {}
