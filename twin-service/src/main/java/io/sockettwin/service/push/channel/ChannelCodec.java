package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.push.channel.ChannelDraft.Reader;
import io.sockettwin.service.push.kind.Kind;
import io.sockettwin.service.push.kind.Parsed;
import io.sockettwin.service.push.kind.TargetParser;
import io.sockettwin.service.seal.Seal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads and writes the parts of a channel's row that are JSON or sealed.
@Singleton
class ChannelCodec {
  private final Seal seal;
  private final ObjectMapper json;
  private final Vapid vapid;

  ChannelCodec(Seal seal, ObjectMapper json, Vapid vapid) {
    this.seal = seal;
    this.json = json;
    this.vapid = vapid;
  }

  Parsed parse(Kind kind, ObjectNode settings, Map<String, String> secrets) {
    return TargetParser.parse(kind, settings, secrets, vapid::keys);
  }

  Map<String, String> secrets(ChannelRow row) {
    return new TreeMap<>(
        read(seal.open(row.secrets, owner(row.id)), new TypeReference<Map<String, String>>() {}));
  }

  byte[] seal(String id, Map<String, String> secrets) {
    return seal.seal(write(secrets), owner(id));
  }

  Policy policy(ChannelRow row) {
    return read(row.policy, new TypeReference<PolicyDraft>() {}).policy();
  }

  String write(Policy policy) {
    return write((Object) PolicyDraft.of(policy));
  }

  Channel channel(ChannelRow row) {
    ObjectNode settings = read(row.settings, new TypeReference<>() {});
    return switch (parse(row.kind, settings, secrets(row))) {
      case Parsed.Valid(var target) ->
          new Channel(row.id, row.name, row.kind, row.enabled, target, policy(row));
      case Parsed.Invalid(var flaws) ->
          throw new IllegalStateException("stored channel " + row.id + ": " + flaws);
    };
  }

  ChannelView view(ChannelRow row, List<RecipientRow> recipients) {
    boolean listed = Readers.areListed(row.kind);
    boolean alone = Readers.areDrafted(row.kind) && !listed;
    return new ChannelView(
        row.id,
        row.name,
        row.kind,
        row.enabled,
        row.settings,
        List.copyOf(secrets(row).keySet()),
        alone ? recipients.getFirst().language : null,
        listed ? recipients.stream().map(it -> new Reader(it.address, it.language)).toList() : null,
        PolicyDraft.of(policy(row)),
        row.createdAt,
        row.version);
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored channel cannot be read", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a channel cannot be written", e);
    }
  }

  private static String owner(String id) {
    return "channel " + id;
  }
}
