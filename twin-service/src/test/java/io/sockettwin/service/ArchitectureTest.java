package io.sockettwin.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;

/// Who may know whom.
@AnalyzeClasses(packagesOf = Main.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule featuresFormNoCycles =
      slices().matching("io.sockettwin.service.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyConnectionsTouchMqtt =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.sockettwin.service.broker..", "io.sockettwin.service.homeassistant.mqtt..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.hivemq..",
              "io.vertx.mqtt..",
              "io.smallrye.reactive.messaging..",
              "io.sockettwin.mqttbroker..",
              "io.netty.handler.codec.mqtt..");

  @ArchTest
  static final ArchRule nobodyImportsBroker =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.sockettwin.service.broker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sockettwin.service.broker..");

  @ArchTest
  static final ArchRule nobodyImportsTheRoot =
      noClasses()
          .that()
          .resideInAPackage("io.sockettwin.service.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sockettwin.service");

  @ArchTest
  static final ArchRule resourcesStayInTheirFeature =
      classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();
}
