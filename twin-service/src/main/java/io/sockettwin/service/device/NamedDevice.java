package io.sockettwin.service.device;

import io.sockettwin.thing.DeviceKey;

/// A device and what people call it: its alias, else its name.
public record NamedDevice(DeviceKey key, String label) {}
