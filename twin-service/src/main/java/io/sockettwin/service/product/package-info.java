/// Kinds of devices: data template, names, registration and panel of each.
@NullMarked
package io.sockettwin.service.product;

import org.jspecify.annotations.NullMarked;
