package io.sockettwin.service.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changes a data template, when, why, against which version of the product, and whether even
/// if something breaks.
record Edit(String author, Instant at, String note, @Nullable String ifMatch, boolean force) {}
