package io.sockettwin.timer;

/// A point on earth, in degrees: north and east are positive.
public record Place(double latitude, double longitude) {
  public static final double MAX_LATITUDE = 90;
  public static final double MAX_LONGITUDE = 180;

  public Place {
    if (!(Math.abs(latitude) <= MAX_LATITUDE && Math.abs(longitude) <= MAX_LONGITUDE)) {
      throw new IllegalArgumentException("no place: " + latitude + ", " + longitude);
    }
  }
}
