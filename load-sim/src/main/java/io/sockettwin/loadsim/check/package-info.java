/// What was sent, answered and stored: the ledger, the audit at the end and what is expected of
/// both.
@NullMarked
package io.sockettwin.loadsim.check;

import org.jspecify.annotations.NullMarked;
