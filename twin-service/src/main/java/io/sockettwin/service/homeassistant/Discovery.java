package io.sockettwin.service.homeassistant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.DeviceKey;
import io.sockettwin.thing.Property;
import java.util.Map;

/// The announcement of a device: Home Assistant's "device discovery", which it has understood since
/// 2024.11. One message tells all entities of the device.
///
/// @param names what the properties are called; those not in it by the template's own name
record Discovery(Topics topics, String model, DataTemplate template, Map<String, String> names) {
  private static final String MAKER = "SocketTwin";

  /// @param label what people call the device
  ObjectNode of(DeviceKey device, String label) {
    String id = Topics.id(device);
    ObjectNode announcement = JsonNodeFactory.instance.objectNode();
    ObjectNode itself = announcement.putObject("device");
    itself.putArray("identifiers").add(id);
    itself.put("name", label).put("manufacturer", MAKER).put("model", model);
    announcement.putObject("origin").put("name", MAKER);
    ArrayNode availability = announcement.putArray("availability");
    availability.addObject().put("topic", topics.service());
    availability.addObject().put("topic", topics.availability(device));
    announcement.put("availability_mode", "all");
    announcement.put("state_topic", topics.state(device));
    announcement.put("qos", 1);
    ObjectNode entities = announcement.putObject("components");
    for (Property property : template.properties().values()) {
      Entities.of(property)
          .ifPresent(entity -> {
            entity.put("name", names.getOrDefault(property.id(), property.name()));
            entity.put("unique_id", id + "_" + property.id());
            if (Entities.takesOrders(entity)) {
              entity.put("command_topic", topics.order(device, property.id()));
            }
            entities.set(property.id(), entity);
          });
    }
    return announcement;
  }
}
