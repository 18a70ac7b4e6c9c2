package io.sockettwin.service.device;

import io.sockettwin.thing.DeviceKey;

/// Fired in the transaction that notes it: another piece of hardware took over the device's name.
public record HardwareReplaced(DeviceKey device) {}
