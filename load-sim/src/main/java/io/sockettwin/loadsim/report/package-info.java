/// The result of a run as table, JSON, JUnit XML and a page with plots.
@NullMarked
package io.sockettwin.loadsim.report;

import org.jspecify.annotations.NullMarked;
