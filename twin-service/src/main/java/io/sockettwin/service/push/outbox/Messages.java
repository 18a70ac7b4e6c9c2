package io.sockettwin.service.push.outbox;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sockettwin.service.paging.Page;
import io.sockettwin.service.paging.PageParams;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.outbox.Settlement.State;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The messages, as people look after them.
@Singleton
class Messages implements PanacheRepositoryBase<MessageRow, String> {
  private static final String NEWEST_FIRST = " order by createdAt desc, id";

  private static final String AGAIN =
      "update MessageRow set state = ?1, dueAt = ?2, attempts = 0, settledAt = null"
          + " where state = ?3";

  @Transactional
  Page<MessageView> page(@Nullable State state, @Nullable String channelId, PageParams wanted) {
    return Page.of(query(state, channelId), wanted, MessageView::of);
  }

  private PanacheQuery<MessageRow> query(@Nullable State state, @Nullable String channelId) {
    if (state != null && channelId != null) {
      return find("state = ?1 and channelId = ?2" + NEWEST_FIRST, state, channelId);
    }
    if (state != null) {
      return find("state = ?1" + NEWEST_FIRST, state);
    }
    return channelId == null
        ? find(NEWEST_FIRST.strip())
        : find("channelId = ?1" + NEWEST_FIRST, channelId);
  }

  @Transactional
  MessageView get(String id) {
    return MessageView.of(
        findByIdOptional(id)
            .orElseThrow(() ->
                Problem.of(ProblemCode.NOT_FOUND, "There is no message " + id + ".").refused()));
  }

  /// Gives a dead message all its attempts again.
  ///
  /// @return whether there was a dead message of this id
  @Transactional
  boolean retry(String id, Instant now) {
    return update(AGAIN + " and id = ?4", State.WAITING, now, State.DEAD, id) == 1;
  }

  /// The same for all dead messages, of a channel or of all.
  ///
  /// @return how many
  @Transactional
  int retryAll(@Nullable String channelId, Instant now) {
    return channelId == null
        ? update(AGAIN, State.WAITING, now, State.DEAD)
        : update(AGAIN + " and channelId = ?4", State.WAITING, now, State.DEAD, channelId);
  }

  /// Leaves a dead message dead.
  ///
  /// @return whether there was one of this id
  @Transactional
  boolean drop(String id) {
    return update(
            "update MessageRow set state = ?1 where state = ?2 and id = ?3",
            State.DROPPED,
            State.DEAD,
            id)
        == 1;
  }
}
