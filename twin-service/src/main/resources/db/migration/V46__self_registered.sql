-- Devices that created themselves by dynamic registration: their number is limited by product.
alter table device add column self_registered boolean not null default false;
create index device_self_registered on device (product_id) where self_registered;
