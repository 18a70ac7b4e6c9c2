package io.sockettwin.service.device;

import io.quarkus.runtime.StartupEvent;
import io.sockettwin.service.product.SocketProduct;
import io.sockettwin.service.startup.DataConfig;
import io.sockettwin.service.startup.SecretFile;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

/// Gives a new installation the socket as a product and one device to try it with.
@Singleton
class Seed {
  private static final String DEMO_DEVICE = "demo-socket";

  private final SocketProduct socket;
  private final Devices devices;
  private final SeedConfig config;
  private final DataConfig data;

  Seed(SocketProduct socket, Devices devices, SeedConfig config, DataConfig data) {
    this.socket = socket;
    this.devices = devices;
    this.config = config;
    this.data = data;
  }

  /// Only the first start seeds: what somebody deleted stays deleted.
  @Transactional
  void atStart(@Observes StartupEvent started) {
    Instant now = Instant.now();
    if (socket.createIfFirst(now) && config.demo()) {
      DeviceDraft draft = DeviceDraft.named(SocketProduct.ID, DEMO_DEVICE);
      DeviceView demo = devices.create(draft, now).view();
      // Before the commit: a device whose secret nobody knows would be of no use.
      new SecretFile(data.folder().resolve("demo-device.txt"))
          .write(demo.productId() + " " + demo.name() + " " + demo.secret());
    }
  }
}
