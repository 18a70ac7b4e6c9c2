/// The production line: batches of credentials, what is burned and stuck onto devices, and an audit
/// of what became of them.
@NullMarked
package io.sockettwin.service.production;

import org.jspecify.annotations.NullMarked;
