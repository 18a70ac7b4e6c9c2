package io.sockettwin.loadsim.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/// The devices of one run, made at the service in one go as a batch of its production line, and
/// taken away in one go.
final class Batch {

  private static final String BATCHES = "/api/production/batches";

  private final Api api;
  private final String id;

  private Batch(Api api, String id) {
    this.api = api;
    this.id = id;
  }

  static Batch create(Api api, String productId, String runId, int count) {
    ObjectNode draft =
        JsonNodeFactory.instance
            .objectNode()
            .put("productId", productId)
            .put("pattern", "sim-" + runId + "-#####")
            .put("first", 0)
            .put("count", count)
            .put("note", "load-sim " + runId);
    Api.Answer made = api.post(BATCHES, draft);
    if (!made.good()) {
      throw new CannotRun("the devices cannot be created: " + made.problem());
    }
    return new Batch(api, made.body().path("id").asText());
  }

  /// The devices with their secrets, of which the service keeps a note that they were read.
  Identities identities(int count) {
    String list = api.requireText(BATCHES + "/" + id + "/device_info.txt");
    return ListedIdentities.of("the service", list.lines().toList(), count);
  }

  /// @param warning told what is left behind, which must not hide what the run has found
  void delete(Consumer<String> warning) {
    try {
      ObjectNode change = JsonNodeFactory.instance.objectNode().put("delete", true);
      change.putObject("where").put("batchId", id);
      Api.Answer answer = api.post("/api/devices/bulk", change);
      if (answer.good()) {
        answer = api.delete(BATCHES + "/" + id);
      }
      if (!answer.good()) {
        throw new CannotRun(answer.problem());
      }
    } catch (CannotRun e) {
      warning.accept("the batch " + id + " is left at the service: " + e.getMessage());
    }
  }
}
