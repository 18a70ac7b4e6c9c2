package io.sockettwin.service.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class ProductRepository implements PanacheRepositoryBase<ProductRow, String> {}
