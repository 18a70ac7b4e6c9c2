package io.sockettwin.service.access.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class UserRepository implements PanacheRepositoryBase<UserRow, String> {}
