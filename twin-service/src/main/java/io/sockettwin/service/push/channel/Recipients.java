package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.kind.Recipient;
import io.sockettwin.service.push.kind.Subscription;
import io.sockettwin.service.seal.Seal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is reached by the channels.
@Singleton
public class Recipients implements PanacheRepositoryBase<RecipientRow, Long> {
  private final Seal seal;
  private final ObjectMapper json;

  Recipients(Seal seal, ObjectMapper json) {
    this.seal = seal;
    this.json = json;
  }

  /// A recipient as the database has it.
  ///
  /// @param sealed the subscription of a browser
  public Recipient open(
      long id, String channelId, String address, Language language, byte @Nullable [] sealed) {
    return new Recipient(
        id, address, language, sealed == null ? null : read(seal.open(sealed, owner(channelId))));
  }

  List<RecipientRow> present(String channelId) {
    return list("channelId = ?1 and goneAt is null order by id", channelId);
  }

  /// Makes these the only ones of the channel. Who leaves it is not forgotten at once, since there
  /// are receipts of what he was sent.
  void replace(String channelId, Map<String, Language> wanted, Instant now) {
    for (RecipientRow row : present(channelId)) {
      if (!wanted.containsKey(row.address)) {
        row.goneAt = now;
      }
    }
    wanted.forEach((address, language) -> put(channelId, address, language, now));
  }

  private RecipientRow put(String channelId, String address, Language language, Instant now) {
    RecipientRow row =
        find(channelId, address)
            .orElseGet(() -> {
              RecipientRow fresh = new RecipientRow();
              fresh.channelId = channelId;
              fresh.address = address;
              fresh.createdAt = now;
              return fresh;
            });
    row.language = language;
    row.goneAt = null;
    persist(row);
    return row;
  }

  Optional<RecipientRow> find(String channelId, String address) {
    return find("channelId = ?1 and address = ?2", channelId, address).firstResultOptional();
  }

  void subscribe(
      String channelId,
      String address,
      Subscription subscription,
      Language language,
      String owner,
      Instant now) {
    RecipientRow row = put(channelId, address, language, now);
    row.sealed = seal.seal(write(subscription), owner(channelId));
    row.owner = owner;
  }

  Recipient open(RecipientRow row) {
    return open(row.id, row.channelId, row.address, row.language, row.sealed);
  }

  private Subscription read(String text) {
    try {
      return json.readValue(text, Subscription.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored subscription cannot be read", e);
    }
  }

  private String write(Subscription subscription) {
    try {
      return json.writeValueAsString(subscription);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a subscription cannot be written", e);
    }
  }

  private static String owner(String channelId) {
    return "subscription to " + channelId;
  }
}
