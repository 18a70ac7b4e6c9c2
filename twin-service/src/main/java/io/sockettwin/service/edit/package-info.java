/// Changes that must come out right although requests get lost, repeated or cross each other.
@NullMarked
package io.sockettwin.service.edit;

import org.jspecify.annotations.NullMarked;
