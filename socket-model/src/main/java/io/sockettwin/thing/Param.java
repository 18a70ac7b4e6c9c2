package io.sockettwin.thing;

/// A named part of an event, of an action's input or output, or of a struct.
public record Param(String id, String name, String desc, PropertyType type) {}
