/// Commands for an operator's shell. They use the REST interface of a running service, as anybody
/// may.
@NullMarked
package io.sockettwin.service.commandline;

import org.jspecify.annotations.NullMarked;
