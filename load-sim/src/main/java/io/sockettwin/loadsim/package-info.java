/// Fleets of virtual sockets that load a service, or run against its core in virtual time, and
/// audit it: the program and its commands.
@NullMarked
package io.sockettwin.loadsim;

import org.jspecify.annotations.NullMarked;
