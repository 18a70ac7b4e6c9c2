package io.sockettwin.service.product;

import io.sockettwin.thing.DataTemplate;

/// A kind of device, as other features see it.
public record Product(
    String id,
    Names names,
    DataTemplate template,
    Registration registration,
    int registrationLimit,
    int version) {}
