package io.sockettwin.service;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// What an operator does on every page of the console.
final class ConsolePage {
  private ConsolePage() {}

  static void go(Page page, String section) {
    page.evaluate("hash => { location.hash = hash; }", "#/console/" + section);
  }

  static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /// A field by the name the service has for it.
  static Locator field(Page page, String name) {
    return page.locator("[id='" + name + "']");
  }
}
