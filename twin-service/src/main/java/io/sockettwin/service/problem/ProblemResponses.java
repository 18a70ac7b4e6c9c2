package io.sockettwin.service.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Says in the description of the interface that every operation can answer with a [Problem].
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {
  private static final String NAME = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    Map.copyOf(operation.getResponses().getAPIResponses()).keySet().stream()
        .filter(status -> status.charAt(0) >= '4')
        .forEach(operation.getResponses()::removeAPIResponse);
    APIResponse problem = OASFactory.createAPIResponse().description("A problem (RFC 9457)");
    operation.getResponses().addAPIResponse("default", problem.content(content()));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema(NAME, schema());
  }

  private static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME)));
  }

  private static Schema schema() {
    Schema flaw =
        object()
            .addProperty("field", of(SchemaType.STRING))
            .addProperty("message", of(SchemaType.STRING));
    return object()
        .addProperty("type", of(SchemaType.STRING))
        .addProperty("title", of(SchemaType.STRING))
        .addProperty("status", of(SchemaType.INTEGER))
        .addProperty("code", of(SchemaType.STRING))
        .addProperty("detail", of(SchemaType.STRING))
        .addProperty("errors", of(SchemaType.ARRAY).items(flaw));
  }

  private static Schema object() {
    return of(SchemaType.OBJECT);
  }

  private static Schema of(SchemaType type) {
    return OASFactory.createSchema().addType(type);
  }
}
