/// The web panel as the browser gets it; its sources are in `src/main/resources/web`.
@NullMarked
package io.sockettwin.service.panel;

import org.jspecify.annotations.NullMarked;
