package io.sockettwin.service.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sockettwin.service.paging.Cursor;
import io.sockettwin.service.paging.Slice;
import io.sockettwin.service.paging.SliceParams;
import io.sockettwin.service.sql.Sql;
import io.sockettwin.thing.DeviceKey;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;

/// Reads the messages that were kept.
@Singleton
class LoggedMessages {
  private record Row(long number, Traced traced) {}

  private final DataSource database;
  private final ObjectMapper json;

  LoggedMessages(DataSource database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Newest first.
  Slice<Traced> list(DeviceKey device, MessageFilter filter, SliceParams part) {
    Sql sql =
        filter.where(
            Sql.of(
                "select number, content from message_log where product_id = ? and name = ?",
                device.productId(),
                device.deviceName()));
    part.cursor(1).ifPresent(after -> sql.add("and number < ?", after.number(0)));
    List<Row> found =
        sql.add("order by number desc limit ?", part.limit())
            .list(database, row -> new Row(row.getLong(1), traced(row.getString(2))));
    return Slice.of(found, part, last -> Cursor.at(last.number()), Row::traced);
  }

  private Traced traced(String content) {
    try {
      return json.readValue(content, Traced.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept message does not read", e);
    }
  }
}
