package io.sockettwin.service.product;

import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import io.sockettwin.service.problem.Refused;
import io.sockettwin.thing.DataTemplate;
import io.sockettwin.thing.ParsedTemplate;
import jakarta.inject.Singleton;
import java.util.List;

/// Reads data templates, and tells what they would mean for the devices there are.
@Singleton
class Templates {
  private final LiveTwins twins;

  Templates(LiveTwins twins) {
    this.twins = twins;
  }

  /// The text of a template's file, in the encodings the vendor's tools write.
  static String text(byte[] file) {
    if (file.length > DataTemplate.MAX_BYTES) {
      throw Problem.of(
              ProblemCode.TOO_LARGE,
              "A data template has at most " + DataTemplate.MAX_BYTES + " bytes.")
          .refused();
    }
    return DataTemplate.text(file)
        .orElseThrow(() -> invalid(List.of(new Flaw("template", "neither UTF-8 nor GB 18030"))));
  }

  static DataTemplate require(String json) {
    return switch (DataTemplate.parse(json)) {
      case ParsedTemplate.Valid(DataTemplate template) -> template;
      case ParsedTemplate.Invalid(var problems) ->
          throw invalid(
              problems.stream()
                  .map(problem ->
                      new Flaw(
                          problem.path().isEmpty() ? "template" : "template." + problem.path(),
                          problem.message()))
                  .toList());
    };
  }

  TemplateCheck check(String productId, DataTemplate before, DataTemplate after) {
    int devices = twins.devices(productId);
    List<TemplateCheck.Finding> findings =
        TemplateComparison.between(before, after).stream()
            .map(it -> TemplateCheck.Finding.of(it, losing(productId, it, after)))
            .toList();
    boolean breaking = findings.stream().anyMatch(TemplateCheck.Finding::breaking);
    return new TemplateCheck(devices == 0 || !breaking, devices, findings);
  }

  /// A problem that names everything that would break.
  static Refused incompatible(TemplateCheck check) {
    List<Flaw> flaws =
        check.differences().stream()
            .filter(TemplateCheck.Finding::breaking)
            .map(it ->
                new Flaw(
                    "template." + it.path(),
                    it.detail() + "; twins losing a value: " + it.losingTwins()))
            .toList();
    return Problem.of(
            ProblemCode.INCOMPATIBLE,
            check.devices() + " devices use the present template. Repeat with force=true to go on.",
            flaws)
        .refused();
  }

  private int losing(String productId, TemplateDifference difference, DataTemplate after) {
    String list = "properties.";
    return difference.breaking() && difference.path().startsWith(list)
        ? twins.losing(productId, difference.path().substring(list.length()), after)
        : 0;
  }

  private static Refused invalid(List<Flaw> flaws) {
    return Problem.of(ProblemCode.INVALID, "The data template is invalid.", flaws).refused();
  }
}
