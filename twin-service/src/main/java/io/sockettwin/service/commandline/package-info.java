/// Commands for an operator's shell. Those of the production line use the REST interface of a
/// running service, as anybody may; backup and restore the data folder and the database.
@NullMarked
package io.sockettwin.service.commandline;

import org.jspecify.annotations.NullMarked;
