-- Everything a product's template ever was. The product row holds the present one as well.
create table template_version (
  product_id text        not null references product on delete cascade,
  number     integer     not null,
  template   text        not null,
  author     text        not null,
  at         timestamptz not null,
  note       text        not null,
  primary key (product_id, number)
);
insert into template_version select id, 1, template, '', created_at, '' from product;

alter table product
  add column template_number    integer not null default 1,
  add column registration_limit integer not null default 1000 check (registration_limit >= 0);

create table home (
  id         uuid             primary key,
  name       text             not null,
  time_zone  text             not null,
  latitude   double precision,
  longitude  double precision,
  note       text             not null,
  created_at timestamptz      not null,
  version    integer          not null
);

create table room (
  id         uuid        primary key,
  home_id    uuid        not null references home on delete cascade,
  name       text        not null,
  created_at timestamptz not null,
  version    integer     not null,
  unique (home_id, name),
  unique (home_id, id)
);

create table device_group (
  id         uuid        primary key,
  name       text        not null unique,
  note       text        not null,
  created_at timestamptz not null,
  version    integer     not null
);

alter table device
  add column tags       text[]           not null default '{}',
  add column place      text,
  add column latitude   double precision,
  add column longitude  double precision,
  add column time_zone  text,
  add column note       text,
  add column home_id    uuid references home on delete set null,
  add column room_id    uuid,
  add column batch_id   uuid,
  add foreign key (home_id, room_id) references room (home_id, id) on delete set null (room_id);

create table device_group_member (
  group_id   uuid not null references device_group on delete cascade,
  product_id text not null,
  name       text not null,
  primary key (group_id, product_id, name),
  foreign key (product_id, name) references device on delete cascade
);
create index on device_group_member (product_id, name);

-- What lists filter and sort by.
create index device_by_prefix on device (name text_pattern_ops, product_id);
create index device_by_age on device (created_at, product_id, name);
create index device_by_tag on device using gin (tags);
create index device_by_home on device (home_id, room_id) where home_id is not null;
create index device_by_batch on device (batch_id, name) where batch_id is not null;

-- Another piece of hardware took over a device's name. Energy starts anew, the name does not.
create table hardware_replacement (
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  author     text        not null,
  note       text        not null,
  primary key (product_id, name, at),
  foreign key (product_id, name) references device on delete cascade
);

-- Answers to requests with an Idempotency-Key.
create table idempotent_request (
  number      bigint      generated always as identity primary key,
  caller      text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  location    text,
  version     integer,
  body        bytea,      -- sealed: it may hold a secret
  at          timestamptz not null,
  unique (caller, key)
);
create index on idempotent_request (at);
