package io.sockettwin.service;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.sockettwin.service.startup.SecretFile;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/// Requests of somebody who holds the operator's key.
public final class Api {
  private Api() {}

  public static RequestSpecification asOperator() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + operatorKey())
        .contentType(ContentType.JSON);
  }

  public static String operatorKey() {
    return new SecretFile(folder().resolve("access-key")).read().orElseThrow();
  }

  public static Path folder() {
    return Path.of(ConfigProvider.getConfig().getValue("sockettwin.data.folder", String.class));
  }
}
