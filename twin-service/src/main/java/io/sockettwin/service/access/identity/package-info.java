/// How people and programs are recognized: users, passwords, sessions, tokens and the machine's
/// key.
@NullMarked
package io.sockettwin.service.access.identity;

import org.jspecify.annotations.NullMarked;
