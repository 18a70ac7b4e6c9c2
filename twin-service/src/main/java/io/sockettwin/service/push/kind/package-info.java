/// The kinds of channels: what each is told in which form, and what its answers mean.
@NullMarked
package io.sockettwin.service.push.kind;

import org.jspecify.annotations.NullMarked;
