package io.sockettwin.agent.hardware.pi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of a GPIO device, and which level of it means "yes".
///
/// @param line its number in the device, which on a Raspberry Pi is its BCM number
public record Pin(Path device, int line, boolean activeLow) {

  private static final Pattern TEXT =
      Pattern.compile("(/dev/)?(gpiochip\\d{1,3}):(\\d{1,3})(:active-(low|high))?");

  /// Reads `gpiochip0:17`, to which `:active-low` or `:active-high` may be added.
  public static Optional<Pin> parse(String text, boolean activeLowUnlessSaid) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String level = matcher.group(5);
    boolean activeLow = level == null ? activeLowUnlessSaid : level.equals("low");
    Path device = Path.of("/dev", matcher.group(2));
    return Optional.of(new Pin(device, Integer.parseInt(matcher.group(3)), activeLow));
  }
}
