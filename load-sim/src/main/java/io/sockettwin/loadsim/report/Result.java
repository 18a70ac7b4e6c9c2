package io.sockettwin.loadsim.report;

import io.sockettwin.loadsim.check.Difference;
import io.sockettwin.loadsim.check.Expectation.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that is known of a run. Written as JSON and read again to compare runs.
///
/// @param target what was loaded: an address, or the twins in the same process
/// @param seconds from the first socket's power to the end of the settling
/// @param interrupted whether somebody broke it off, so that it is only a part
/// @param bottleneck why the generator itself may have been the limit; null if it was not
/// @param differences at most [#MAX_DIFFERENCES]; the fact `audit.differences` counts them all
public record Result(
    String scenario,
    long seed,
    String target,
    Instant startedAt,
    double seconds,
    int sockets,
    boolean interrupted,
    @Nullable String bottleneck,
    Map<String, Double> facts,
    List<Curve> curves,
    List<Moment> moments,
    List<Difference> differences,
    List<Outcome> expectations) {

  public static final int MAX_DIFFERENCES = 500;

  public Result {
    curves = List.copyOf(curves);
    moments = List.copyOf(moments);
    differences = differences.stream().limit(MAX_DIFFERENCES).toList();
    expectations = List.copyOf(expectations);
  }

  /// In the order of what makes the other meaningless.
  public Verdict verdict() {
    if (bottleneck != null) {
      return Verdict.NOT_VALID;
    }
    boolean fulfilled = expectations.stream().allMatch(Outcome::fulfilled);
    return fulfilled && !interrupted ? Verdict.PASSED : Verdict.FAILED;
  }

  /// What a run came to.
  public enum Verdict {
    PASSED(0),
    FAILED(1),
    NOT_VALID(3);

    private final int exitCode;

    Verdict(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }
}
