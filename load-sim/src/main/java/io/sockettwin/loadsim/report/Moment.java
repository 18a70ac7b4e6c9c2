package io.sockettwin.loadsim.report;

/// A run at one moment, and over the time since the one before.
public record Moment(
    double seconds,
    long connected,
    double reportsPerSecond,
    double acksPerSecond,
    double connectsPerSecond,
    double controlsPerSecond,
    double p50Millis,
    double p99Millis,
    double lagMillis,
    double cpuPercent) {}
