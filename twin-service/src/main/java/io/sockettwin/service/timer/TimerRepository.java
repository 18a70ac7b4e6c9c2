package io.sockettwin.service.timer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class TimerRepository implements PanacheRepositoryBase<TimerRow, UUID> {}
