/// Starts the service: checks the surroundings, then database, broker and application in order.
@NullMarked
package io.sockettwin.service;

import org.jspecify.annotations.NullMarked;
