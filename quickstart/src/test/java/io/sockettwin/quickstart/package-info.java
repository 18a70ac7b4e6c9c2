/// The whole product at once, as its user runs it.
package io.sockettwin.quickstart;
