package io.sockettwin.service.access;

/// What a route takes, as its `@RolesAllowed` names it. A role or a token is a set of these; which
/// devices and homes they count for is another question, which [Visible] answers.
public final class Rights {
  /// Looks at devices, what they are made of and what became of them.
  public static final String LOOK = "look";

  /// Has devices do something, now, at its time or once they are there.
  public static final String CONTROL = "control";

  /// Says what a device is called, in which home it is and who may use it.
  public static final String ARRANGE = "arrange";

  /// Looks at what belongs to no home: rules, channels, groups, production.
  public static final String OVERSEE = "oversee";

  /// Creates and wires devices, and sees their secrets.
  public static final String INSTALL = "install";

  /// Changes what many devices share: products, rules, channels, firmware.
  public static final String MANAGE = "manage";

  /// Says who may do what, and reads what everybody did.
  public static final String ADMINISTER = "administer";

  /// Changes one's own password, sessions and tokens.
  public static final String ACCOUNT = "account";

  private Rights() {}
}
