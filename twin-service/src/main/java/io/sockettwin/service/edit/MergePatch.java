package io.sockettwin.service.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sockettwin.service.problem.Problem;
import io.sockettwin.service.problem.Problem.Flaw;
import io.sockettwin.service.problem.ProblemCode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Changes by JSON merge patch (RFC 7396): what is absent stays, null removes.
@Singleton
public class MergePatch {
  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /// The fields after the patch; they fit their declared constraints, or the request is refused.
  ///
  /// @param present what is patched, as an object of this type or as JSON
  public <T> T apply(Object present, ObjectNode patch, Class<T> type) {
    ObjectNode merged = json.valueToTree(present);
    merge(merged, patch);
    T changed = read(merged, type);
    List<Flaw> flaws =
        validator.validate(changed).stream()
            .map(it -> new Flaw(Problem.field(it.getPropertyPath().toString()), it.getMessage()))
            .sorted(Comparator.comparing(Flaw::field))
            .toList();
    if (!flaws.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID, "The change does not fit.", flaws).refused();
    }
    return changed;
  }

  /// The mapper's own complaint names the field; the mapping of problems shows it.
  private <T> T read(ObjectNode merged, Class<T> type) {
    try {
      return json.treeToValue(merged, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      switch (entry.getValue()) {
        case ObjectNode inner -> {
          ObjectNode under =
              target.get(entry.getKey()) instanceof ObjectNode there
                  ? there
                  : target.putObject(entry.getKey());
          merge(under, inner);
        }
        case JsonNode value when value.isNull() -> target.remove(entry.getKey());
        case JsonNode value -> target.set(entry.getKey(), value);
      }
    }
  }
}
