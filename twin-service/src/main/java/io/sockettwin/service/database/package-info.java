/// Where the data lives: a PostgreSQL server the operator names, or one of our own.
@NullMarked
package io.sockettwin.service.database;

import org.jspecify.annotations.NullMarked;
