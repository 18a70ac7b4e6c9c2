package io.sockettwin.service.push.channel;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.push.Language;
import io.sockettwin.service.push.channel.ChannelDraft.Reader;
import io.sockettwin.service.push.kind.Kind;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Who a channel is wanted to reach, as its draft says.
@Singleton
class Readers {
  private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cc}]+@[^@\\s\\p{Cc}]+");
  private static final Pattern OPENID = Pattern.compile("[A-Za-z0-9_-]{10,64}");

  private final Optional<String> sender;

  /// Reads the drafts of this installation.
  ///
  /// @param sender without one there is no e-mail
  Readers(@ConfigProperty(name = "quarkus.mailer.from") Optional<String> sender) {
    this.sender = sender;
  }

  /// Whether a draft says who is reached; browsers subscribe by themselves.
  static boolean areDrafted(Kind kind) {
    return kind != Kind.WEB_PUSH;
  }

  /// Whether the channel reaches people one by one, each with an address.
  static boolean areListed(Kind kind) {
    return kind == Kind.MAIL || kind == Kind.WECHAT;
  }

  /// By address.
  Map<String, Language> wanted(ChannelDraft draft) {
    return switch (draft.kind()) {
      case WEB_PUSH -> {
        requireNone(draft);
        yield Map.of();
      }
      case WEBHOOK, WECOM, DINGTALK, FEISHU -> {
        requireNone(draft);
        yield Map.of("", draft.language() == null ? Language.EN : draft.language());
      }
      case MAIL -> {
        if (sender.isEmpty()) {
          throw invalid(
              "kind", "needs quarkus.mailer.from and quarkus.mailer.host in the configuration");
        }
        yield listed(draft, MAIL, "is not an e-mail address");
      }
      case WECHAT -> listed(draft, OPENID, "is not an openid");
    };
  }

  private static void requireNone(ChannelDraft draft) {
    if (draft.recipients() != null && !draft.recipients().isEmpty()) {
      throw invalid("recipients", "are for mail and wechat only");
    }
  }

  private static Map<String, Language> listed(ChannelDraft draft, Pattern form, String flaw) {
    List<Reader> readers = draft.recipients() == null ? List.of() : draft.recipients();
    if (readers.isEmpty()) {
      throw invalid("recipients", "must name one at least");
    }
    Language usual = draft.language() == null ? Language.EN : draft.language();
    Map<String, Language> wanted = new LinkedHashMap<>();
    for (int i = 0; i < readers.size(); i++) {
      Reader reader = readers.get(i);
      if (!form.matcher(reader.address()).matches()) {
        throw invalid("recipients[" + i + "].address", flaw);
      }
      wanted.put(reader.address(), reader.language() == null ? usual : reader.language());
    }
    return wanted;
  }

  private static RuntimeException invalid(String field, String message) {
    Flaw flaw = new Flaw(field, message);
    return Problem.of(ProblemCode.INVALID, field + " " + message + ".", flaw).refused();
  }
}
