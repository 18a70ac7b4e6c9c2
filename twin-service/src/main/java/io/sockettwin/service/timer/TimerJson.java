package io.sockettwin.service.timer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Timers as they are stored.
final class TimerJson {
  private TimerJson() {}

  static TimerDraft read(ObjectMapper json, String content) {
    try {
      return json.readValue(content, TimerDraft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored timer " + content, e);
    }
  }

  static String write(ObjectMapper json, TimerDraft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("timer " + draft.name(), e);
    }
  }
}
