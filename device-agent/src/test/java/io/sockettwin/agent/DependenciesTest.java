package io.sockettwin.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom in the agent.
@AnalyzeClasses(packages = "io.sockettwin.agent", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  @ArchTest
  static final ArchRule PARTS_DO_NOT_KNOW_THE_WHOLE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..agent.link",
              "..agent.at",
              "..agent.hardware..",
              "..agent.linux",
              "..agent.serial",
              "..agent.emulated",
              "..agent.store",
              "..agent.credentials",
              "..agent.recording",
              "..agent.page")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sockettwin.agent");

  @ArchTest
  static final ArchRule ONLY_THE_LINK_KNOWS_MQTT =
      noClasses()
          .that()
          .resideOutsideOfPackage("..agent.link")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.hivemq..");

  @ArchTest
  static final ArchRule ONLY_SERIAL_KNOWS_THE_DRIVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..agent.serial")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fazecast..");

  @ArchTest
  static final ArchRule ONLY_LINK_PAGE_AND_RECORDING_KNOW_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackages("..agent.link", "..agent.page", "..agent.recording")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule ONLY_THE_PAGE_SERVES_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackage("..agent.page")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule HARDWARE_KNOWS_NOTHING_OF_THE_CLOUD =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..agent.hardware..",
              "..agent.linux",
              "..agent.serial",
              "..agent.emulated",
              "..agent.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..agent.link", "io.sockettwin.wire", "io.sockettwin.thing");
}
