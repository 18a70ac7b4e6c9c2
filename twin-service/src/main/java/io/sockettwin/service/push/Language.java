package io.sockettwin.service.push;

import com.fasterxml.jackson.annotation.JsonProperty;

/// In which language a recipient reads.
public enum Language {
  @JsonProperty("en")
  EN,
  @JsonProperty("zh")
  ZH
}
