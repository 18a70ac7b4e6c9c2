package io.sockettwin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The core is pure, and its packages know only whom they may.
@AnalyzeClasses(packages = "io.sockettwin", importOptions = DoNotIncludeTests.class)
class DependenciesTest {
  private static final String JACKSON = "com.fasterxml.jackson..";

  @ArchTest static final ArchRule THING = mayKnow("thing", JACKSON);

  @ArchTest
  static final ArchRule WIRE = mayKnow("wire", "io.sockettwin.thing..", JACKSON, "javax.crypto..");

  @ArchTest static final ArchRule METER = mayKnow("meter");

  @ArchTest
  static final ArchRule SOCKET =
      mayKnow("socket", "io.sockettwin.thing..", "io.sockettwin.meter..");

  @ArchTest
  static final ArchRule FIRMWARE =
      mayKnow(
          "firmware",
          "io.sockettwin.socket..",
          "io.sockettwin.meter..",
          "io.sockettwin.wire..",
          JACKSON);

  @ArchTest
  static final ArchRule TWIN =
      mayKnow("twin", "io.sockettwin.thing..", "io.sockettwin.wire..", JACKSON);

  @ArchTest static final ArchRule FLOW = mayKnow("flow", "io.sockettwin.thing..", JACKSON);

  @ArchTest static final ArchRule TIMER = mayKnow("timer");

  @ArchTest static final ArchRule PLANT = mayKnow("plant", "io.sockettwin.meter..");

  @ArchTest
  static final ArchRule HAS_NO_CYCLES =
      slices().matching("io.sockettwin.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule DOES_NO_IO =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.net..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.sql..",
                      "java.util.logging..",
                      "java.util.concurrent..")
                  // Jackson declares IOException for reading from an array, where none happens.
                  .or(
                      resideInAnyPackage("java.io..")
                          .and(not(belongToAnyOf(IOException.class, Serializable.class)))));

  @ArchTest
  static final ArchRule READS_NO_CLOCK_DRAWS_NO_NUMBERS_STARTS_NO_THREAD =
      noClasses()
          .should()
          .dependOnClassesThat(
              assignableTo(Clock.class)
                  .or(assignableTo(RandomGenerator.class))
                  .or(assignableTo(Thread.class)))
          .orShould()
          .accessTargetWhere(
              describe(
                  "tells the time, a random value or the environment", access -> isImpure(access)));

  private static boolean isImpure(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.lang.System") && !name.equals("arraycopy"))
        || name.equals("randomUUID")
        || (owner.equals("java.lang.Math") && name.equals("random"));
  }

  private static ArchRule mayKnow(String name, String... others) {
    String own = "io.sockettwin." + name;
    String[] allowed = Arrays.copyOf(others, others.length + 3);
    allowed[others.length] = own + "..";
    allowed[others.length + 1] = "java..";
    allowed[others.length + 2] = "org.jspecify..";
    return classes()
        .that()
        .resideInAPackage(own + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .allowEmptyShould(true);
  }
}
