package io.sockettwin.loadsim;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/// Who may know whom in the simulator.
@AnalyzeClasses(packages = "io.sockettwin.loadsim", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

  private static final String[] PURE = {
    "..loadsim.fleet",
    "..loadsim.time",
    "..loadsim.network",
    "..loadsim.check",
    "..loadsim.scenario"
  };

  /// The session is a pure function that real and virtual sockets share; all else of the agent has
  /// threads, clocks and wires.
  private static final Set<String> SESSION =
      Set.of(
          "LinkEffect",
          "LinkInput",
          "LinkStatus",
          "Loss",
          "Session",
          "SessionState",
          "SessionStep",
          "SocketWords");

  private static final DescribedPredicate<JavaClass> SHELL_OF_THE_AGENT =
      resideInAPackage("io.sockettwin.agent..")
          .and(
              describe(
                  "is not the session",
                  it -> !SESSION.contains(it.getName().replaceAll("^.*\\.|\\$.*$", ""))));

  @ArchTest
  static final ArchRule PURE_PARTS_KNOW_NO_SHELL =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              SHELL_OF_THE_AGENT
                  .or(resideInAPackage("..loadsim.live"))
                  .or(resideInAPackage("..loadsim.warp"))
                  .or(resideInAPackage("io.netty.."))
                  .or(resideInAPackage("java.net.."))
                  .or(resideInAPackage("java.nio.file..")));

  @ArchTest
  static final ArchRule PURE_PARTS_READ_NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule ONLY_LIVE_KNOWS_NETTY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..loadsim.live")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule PARTS_DO_NOT_KNOW_THE_PROGRAM =
      noClasses()
          .that()
          .resideInAPackage("..loadsim.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.sockettwin.loadsim");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.sockettwin.loadsim.(*)..").should().beFreeOfCycles();
}
