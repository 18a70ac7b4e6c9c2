package io.sockettwin.agent.page;

/// The socket behind the page. Safe to use from any thread; no call waits for long.
public interface Subject {

  /// How it is now.
  PageView view();

  /// Somebody did something on the page.
  Answer touch(Touch touch);

  /// What came of a touch.
  enum Answer {
    DONE,
    /// The parts are real: they are touched by hand.
    NOT_EMULATED,
    NO_SUCH_APPLIANCE,
    /// As many appliances as fit are plugged in.
    NO_OUTLET_FREE,
    /// The button was not held, or too long ago.
    NOT_PAIRABLE,
    /// The disk does not take it.
    NOT_STORED
  }
}
