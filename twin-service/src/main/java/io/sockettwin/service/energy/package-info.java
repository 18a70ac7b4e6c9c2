/// Energy that never goes backwards, per quarter of an hour, and what it costs.
@NullMarked
package io.sockettwin.service.energy;

import org.jspecify.annotations.NullMarked;
