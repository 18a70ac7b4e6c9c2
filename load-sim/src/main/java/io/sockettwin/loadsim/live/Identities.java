package io.sockettwin.loadsim.live;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.DeviceSecret;
import java.util.List;

/// Who the sockets of a run are to the service, and what they prove it with.
interface Identities {

  List<DeviceKey> devices();

  DeviceSecret secret(int number);
}
