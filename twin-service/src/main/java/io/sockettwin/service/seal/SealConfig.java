package io.sockettwin.service.seal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// The key under which secrets are stored.
@ConfigMapping(prefix = "sockettwin.seal")
public interface SealConfig {
  /// 32 bytes in Base64. Without it a key is drawn at the first start and kept in the data folder
  /// as `seal-key`; whoever loses it loses every device's secret.
  Optional<String> key();
}
