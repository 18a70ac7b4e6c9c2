/// How fast the core is, and how little it leaves behind. Run with the Maven profile `bench`.
@NullMarked
package io.sockettwin.bench;

import org.jspecify.annotations.NullMarked;
