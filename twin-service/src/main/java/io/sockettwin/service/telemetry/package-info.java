/// What devices reported, announced and were asked in the past: typed tables, roll-ups, queries.
@NullMarked
package io.sockettwin.service.telemetry;

import org.jspecify.annotations.NullMarked;
