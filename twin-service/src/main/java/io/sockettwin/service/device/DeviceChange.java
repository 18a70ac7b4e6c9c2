package io.sockettwin.service.device;

import jakarta.validation.constraints.NotNull;

/// What may change of a device: a disabled one cannot log in.
record DeviceChange(@NotNull Boolean enabled) {}
