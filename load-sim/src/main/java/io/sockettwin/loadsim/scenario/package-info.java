/// What a run is to be like: the file, its reading, and those that come with the program.
@NullMarked
package io.sockettwin.loadsim.scenario;

import org.jspecify.annotations.NullMarked;
