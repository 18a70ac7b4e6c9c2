package io.sockettwin.service.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class GroupRepository implements PanacheRepositoryBase<GroupRow, UUID> {}
