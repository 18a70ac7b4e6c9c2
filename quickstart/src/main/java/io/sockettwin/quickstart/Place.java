package io.sockettwin.quickstart;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Where everything is: one data folder and two ports on this machine.
record Place(Path data, int httpPort, int mqttPort) {
  private static final String HOST = "127.0.0.1";

  URI page() {
    return URI.create("http://" + HOST + ":" + httpPort + "/");
  }

  String mqtt() {
    return HOST + ":" + mqttPort;
  }

  Path accessKey() {
    return data.resolve("access-key");
  }

  Path credentials() {
    return data.resolve("demo-device.txt");
  }

  /// The service is reached from this machine only: its demo socket is nobody else's business.
  List<String> serviceOptions() {
    return List.of(
        "-Dquarkus.http.host=" + HOST,
        "-Dquarkus.http.port=" + httpPort,
        "-Dsockettwin.broker.host=" + HOST,
        "-Dsockettwin.broker.port=" + mqttPort,
        "-Dsockettwin.data.folder=" + data);
  }
}
