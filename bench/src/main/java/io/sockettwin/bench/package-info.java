/// The packaged service under load and under the axe: what it takes in, at what cost, and what it
/// keeps when its programs are killed.
@NullMarked
package io.sockettwin.bench;

import org.jspecify.annotations.NullMarked;
