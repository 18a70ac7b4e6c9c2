package io.sockettwin.loadsim.fleet;

import io.sockettwin.thing.DeviceKey;

/// Which socket of the fleet, counted from 0, and who it is to the service.
public record Member(int number, DeviceKey device, Make make) {}
