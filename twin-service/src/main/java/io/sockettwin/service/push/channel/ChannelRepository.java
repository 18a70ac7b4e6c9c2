package io.sockettwin.service.push.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class ChannelRepository implements PanacheRepositoryBase<ChannelRow, String> {}
