package io.sockettwin.service.edit;

/// What a creation answers: the new thing, where it is, and its version.
public record Created<T>(String location, int version, T view) {}
