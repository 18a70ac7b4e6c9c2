package io.sockettwin.agent.credentials;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;

/// Who the socket is, and how it proves it.
public record Identity(DeviceKey device, DeviceSecret secret) {}
