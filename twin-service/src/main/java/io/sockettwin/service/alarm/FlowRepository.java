package io.sockettwin.service.alarm;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class FlowRepository implements PanacheRepositoryBase<FlowRow, String> {}
