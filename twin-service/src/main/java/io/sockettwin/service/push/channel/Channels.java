package io.sockettwin.service.push.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.paging.Versions;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.kind.Kind;
import io.sockettwin.service.push.kind.Parsed;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The channels.
@Singleton
public class Channels {
  /// Each is asked for whenever there is something to deliver.
  static final int MAX_CHANNELS = 1_000;

  /// How long another replica may go on with what was changed here.
  private static final Duration CACHED_FOR = Duration.ofSeconds(10);

  private final ChannelRepository rows;
  private final Recipients recipients;
  private final Readers readers;
  private final ChannelCodec codec;
  private final Cache<String, Optional<Channel>> cache =
      Caffeine.newBuilder().maximumSize(MAX_CHANNELS).expireAfterWrite(CACHED_FOR).build();

  Channels(ChannelRepository rows, Recipients recipients, Readers readers, ChannelCodec codec) {
    this.rows = rows;
    this.recipients = recipients;
    this.readers = readers;
    this.codec = codec;
  }

  @Transactional
  public Optional<Channel> find(String id) {
    return cache.get(id, wanted -> rows.findByIdOptional(wanted).map(codec::channel));
  }

  /// The channels of the dispatcher must not outlive a change made here.
  void changed(String id) {
    cache.invalidate(id);
  }

  @Transactional
  Page<ChannelView> page(PageParams wanted) {
    return Page.of(rows.find("order by name, id"), wanted, this::view);
  }

  @Transactional
  List<ChannelView> toBrowsers() {
    return rows.list("kind = ?1 and enabled order by name, id", Kind.WEB_PUSH).stream()
        .map(this::view)
        .toList();
  }

  @Transactional
  ChannelView get(String id) {
    return view(require(id));
  }

  @Transactional
  ChannelView create(ChannelDraft draft, Instant now) {
    if (rows.count() >= MAX_CHANNELS) {
      throw Problem.of(
              ProblemCode.IN_USE, "There are " + MAX_CHANNELS + " channels: delete one first.")
          .refused();
    }
    ChannelRow row = new ChannelRow();
    row.id = UUID.randomUUID().toString();
    row.kind = draft.kind();
    row.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    fill(row, draft, Map.of());
    rows.persistAndFlush(row);
    recipients.replace(row.id, readers.wanted(draft), now);
    return view(row);
  }

  @Transactional
  ChannelView change(String id, ChannelDraft draft, @Nullable String ifMatch, Instant now) {
    ChannelRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    if (draft.kind() != row.kind) {
      Flaw flaw = new Flaw("kind", "cannot change: make another channel");
      throw Problem.of(ProblemCode.INVALID, "The kind cannot change.", flaw).refused();
    }
    fill(row, draft, codec.secrets(row));
    rows.flush();
    if (Readers.areDrafted(row.kind)) {
      recipients.replace(id, readers.wanted(draft), now);
    }
    return view(row);
  }

  @Transactional
  void delete(String id, @Nullable String ifMatch) {
    ChannelRow row = require(id);
    Versions.requireMatch(ifMatch, row.version);
    rows.delete(row);
    rows.flush();
  }

  /// As it is stored now, whatever is cached.
  @Transactional
  Channel usable(String id) {
    return codec.channel(require(id));
  }

  ChannelRow require(String id) {
    return rows.findByIdOptional(id)
        .orElseThrow(
            () -> Problem.of(ProblemCode.NOT_FOUND, "There is no channel " + id + ".").refused());
  }

  private void fill(ChannelRow row, ChannelDraft draft, Map<String, String> known) {
    ObjectNode settings =
        draft.settings() == null ? JsonNodeFactory.instance.objectNode() : draft.settings();
    Map<String, String> secrets = new TreeMap<>(known);
    if (draft.secrets() != null) {
      secrets.putAll(draft.secrets());
    }
    if (codec.parse(row.kind, settings, secrets) instanceof Parsed.Invalid(var flaws)) {
      throw Problem.of(ProblemCode.INVALID, "The settings of the channel are invalid.", flaws)
          .refused();
    }
    row.name = draft.name();
    row.enabled = draft.enabled() == null || draft.enabled();
    row.settings = settings.toString();
    row.secrets = codec.seal(row.id, secrets);
    Policy policy = draft.policy() == null ? Policy.usual(row.kind) : draft.policy().policy();
    row.policy = codec.write(policy);
  }

  private ChannelView view(ChannelRow row) {
    return codec.view(row, recipients.present(row.id));
  }
}
