package io.sockettwin.service.push.kind;

/// How a browser is reached: the form of the Push API's `PushSubscription`.
///
/// @param endpoint whoever knows it can address the browser
public record Subscription(String endpoint, Keys keys) {
  /// What encrypts for the browser.
  ///
  /// @param p256dh the browser's public key, Base64 for URLs
  /// @param auth a secret it shares with us
  public record Keys(String p256dh, String auth) {
    @Override
    public String toString() {
      return "Keys[hidden]";
    }
  }

  @Override
  public String toString() {
    return "Subscription[hidden]";
  }
}
