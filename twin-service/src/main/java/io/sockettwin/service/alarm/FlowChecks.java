package io.sockettwin.service.alarm;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.service.product.Products;
import io.sockettwin.service.push.channel.Channels;
import io.sockettwin.thing.DataTemplate;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Tells whether a flow fits its product and the channels there are.
@Singleton
class FlowChecks {
  private final Products products;
  private final Channels channels;

  FlowChecks(Products products, Channels channels) {
    this.products = products;
    this.channels = channels;
  }

  /// A draft that may run, or a problem that names every flaw.
  FlowCheck.Sound requireSound(FlowDraft draft) {
    return switch (FlowCheck.of(draft, template(draft.productId()))) {
      case FlowCheck.Sound sound -> sound;
      case FlowCheck.Flawed(List<Flaw> flaws) -> throw flawed(flaws);
    };
  }

  /// Everything that is wrong with a draft.
  List<Flaw> flaws(FlowDraft draft) {
    List<Flaw> flaws = new ArrayList<>();
    if (FlowCheck.of(draft, template(draft.productId())) instanceof FlowCheck.Flawed(var found)) {
      flaws.addAll(found);
    }
    flaws.addAll(channelFlaws(draft.outputsOrNone()));
    return flaws;
  }

  void requireFit(FlowDraft draft) {
    List<Flaw> flaws = flaws(draft);
    if (!flaws.isEmpty()) {
      throw flawed(flaws);
    }
  }

  /// An alarm that tells nobody because of a slip of the pen is found out too late.
  private List<Flaw> channelFlaws(Outputs outputs) {
    List<Flaw> flaws = new ArrayList<>();
    checkChannels("outputs.push", outputs.push(), flaws);
    if (outputs.escalation() != null) {
      checkChannels("outputs.escalation.push", outputs.escalation().push(), flaws);
    }
    return flaws;
  }

  private void checkChannels(String field, List<String> ids, List<Flaw> flaws) {
    for (int i = 0; i < ids.size(); i++) {
      if (channels.find(ids.get(i)).isEmpty()) {
        flaws.add(new Flaw("%s[%d]".formatted(field, i), "names no push channel"));
      }
    }
  }

  private static Refused flawed(List<Flaw> flaws) {
    Flaw first = flaws.getFirst();
    String detail = "The flow does not fit: %s %s.".formatted(first.field(), first.message());
    return Problem.of(ProblemCode.INVALID, detail, flaws).refused();
  }

  private DataTemplate template(String productId) {
    return products
        .find(productId)
        .orElseThrow(() -> {
          Flaw flaw = new Flaw("productId", "names no product");
          return Problem.of(ProblemCode.INVALID, "There is no product " + productId + ".", flaw)
              .refused();
        })
        .template();
  }
}
