/// What a device can do and say: data templates, their properties, events and actions, and values
/// checked against them.
@NullMarked
package io.sockettwin.thing;

import org.jspecify.annotations.NullMarked;
