package io.sockettwin.thing;

/// One measured or controlled quantity of a product.
public record Property(
    String id, String name, String desc, Mode mode, boolean required, PropertyType type) {}
