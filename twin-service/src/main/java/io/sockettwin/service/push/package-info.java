/// Notices that must reach people and programs: kept with what caused them, delivered afterwards.
///
/// A feature hands a [io.sockettwin.service.push.Notice] to [io.sockettwin.service.push.Pushes] in
/// its own transaction. Package `outbox` brings it to the recipients of its channels, which package
/// `channel` keeps; `kind` knows what each kind of channel is told, `http` where requests may go.
@NullMarked
package io.sockettwin.service.push;

import org.jspecify.annotations.NullMarked;
