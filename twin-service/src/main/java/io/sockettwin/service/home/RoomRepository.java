package io.sockettwin.service.home;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class RoomRepository implements PanacheRepositoryBase<RoomRow, UUID> {}
