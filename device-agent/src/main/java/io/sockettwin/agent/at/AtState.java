package io.sockettwin.agent.at;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All the dialogue knows.
///
/// @param wanted whether the session waits for news
/// @param connected whether the module has logged in for this session
/// @param configured whether this module was told who it is, which it keeps in flash
/// @param requests the first one is running
/// @param accepted whether the running one was answered by OK
/// @param ended whether what follows that OK has come
/// @param due when the running one has failed
/// @param repeatAt when a module that does not listen, or is busy, is told again
/// @param heardAt when the module last said anything
record AtState(
    boolean wanted,
    boolean connected,
    boolean configured,
    List<AtRequest> requests,
    boolean accepted,
    boolean ended,
    @Nullable Instant due,
    @Nullable Instant repeatAt,
    Instant heardAt) {

  static final AtState INITIAL =
      new AtState(false, false, false, List.of(), false, false, null, null, Instant.EPOCH);

  AtState {
    requests = List.copyOf(requests);
  }

  /// When the dialogue has to act without being told anything; null while it need not.
  @Nullable Instant wakeAt() {
    if (due == null) {
      return connected ? heardAt.plus(AtDialogue.CHECK_AFTER) : null;
    }
    return repeatAt != null && repeatAt.isBefore(due) ? repeatAt : due;
  }
}
