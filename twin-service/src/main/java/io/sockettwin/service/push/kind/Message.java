package io.sockettwin.service.push.kind;

import io.sockettwin.service.push.Notice;
import io.sockettwin.service.push.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What a recipient is sent in one piece: a notice, or many of them as a digest.
///
/// @param id the same at every attempt
/// @param notices in the order in which they were decided, one at least
public record Message(String id, Recipient recipient, List<Notice> notices) {
  /// Titles that a digest lists.
  static final int MAX_LISTED = 15;

  /// Of a title in such a list, characters.
  private static final int MAX_TITLE = 80;

  public Message {
    if (notices.isEmpty()) {
      throw new IllegalArgumentException("message " + id + " tells nothing");
    }
    notices = List.copyOf(notices);
  }

  boolean isDigest() {
    return notices.size() > 1;
  }

  /// By what a receiver can tell that he has it already.
  String key() {
    return isDigest() ? id : notices.getFirst().key();
  }

  Severity severity() {
    return notices.stream().map(Notice::severity).max(Comparator.naturalOrder()).orElseThrow();
  }

  String title() {
    if (!isDigest()) {
      return notices.getFirst().title().in(recipient.language());
    }
    long critical = notices.stream().filter(it -> it.severity() == Severity.CRITICAL).count();
    return switch (recipient.language()) {
      case EN -> "%d notices, %d critical".formatted(notices.size(), critical);
      case ZH -> "%d 条通知，其中 %d 条紧急".formatted(notices.size(), critical);
    };
  }

  String text() {
    if (!isDigest()) {
      return notices.getFirst().text().in(recipient.language());
    }
    String listed =
        notices.stream()
            .limit(MAX_LISTED)
            .map(
                notice -> "• " + Cut.characters(notice.title().in(recipient.language()), MAX_TITLE))
            .collect(Collectors.joining("\n"));
    int more = notices.size() - MAX_LISTED;
    if (more <= 0) {
      return listed;
    }
    return listed
        + switch (recipient.language()) {
          case EN -> "\n… and %d more".formatted(more);
          case ZH -> "\n…… 还有 %d 条".formatted(more);
        };
  }
}
