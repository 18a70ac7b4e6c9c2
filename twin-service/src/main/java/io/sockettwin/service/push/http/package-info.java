/// Requests to addresses that somebody typed in: where they may go, and how long they may take.
@NullMarked
package io.sockettwin.service.push.http;

import org.jspecify.annotations.NullMarked;
