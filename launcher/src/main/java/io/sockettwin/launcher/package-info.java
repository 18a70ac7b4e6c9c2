/// The first class of every program: says which Java is needed where an old one runs it. Not
/// `@NullMarked`, since that annotation names an element type Java 8 does not have.
package io.sockettwin.launcher;
