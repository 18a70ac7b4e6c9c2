package io.sockettwin.bench;

import io.sockettwin.thing.DeviceKey;
import io.sockettwin.wire.Credentials;
import io.sockettwin.wire.DeviceSecret;
import io.sockettwin.wire.Hmac;

/// Who a virtual device is.
record Identity(DeviceKey key, DeviceSecret secret) {
  static Identity of(String productId, String name, String secret) {
    return new Identity(new DeviceKey(productId, name), DeviceSecret.parse(secret).orElseThrow());
  }

  Credentials credentials() {
    return Credentials.sign(key, secret, Hmac.SHA1, "abcde", Credentials.NEVER);
  }

  String topic(String way, String subject) {
    return "$thing/" + way + "/" + subject + "/" + key;
  }
}
