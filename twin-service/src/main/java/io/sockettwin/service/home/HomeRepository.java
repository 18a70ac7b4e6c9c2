package io.sockettwin.service.home;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class HomeRepository implements PanacheRepositoryBase<HomeRow, UUID> {}
