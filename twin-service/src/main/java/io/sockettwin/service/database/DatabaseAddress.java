package io.sockettwin.service.database;

/// How to reach a database.
public record DatabaseAddress(String jdbcUrl, String username, String password) {
  @Override
  public String toString() {
    return "DatabaseAddress[" + jdbcUrl + ", " + username + ", hidden]";
  }
}
