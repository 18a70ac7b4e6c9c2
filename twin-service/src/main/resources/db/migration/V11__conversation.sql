-- What devices sent beyond their data template, the last hundred of each.
create table raw_message (
  id         bigint      generated always as identity primary key,
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  topic      text        not null,
  size_bytes integer     not null,
  payload    bytea       not null, -- its beginning
  foreign key (product_id, name) references device on delete cascade
);
create index on raw_message (product_id, name, id);

-- Tokens by which devices are bound. Random with 128 bits, so a plain hash hides and finds them.
create table bind_token (
  hash       bytea       primary key,
  owner      text        not null,
  expires_at timestamptz not null,
  product_id text, -- the device that used it
  name       text,
  foreign key (product_id, name) references device on delete cascade
);
create index on bind_token (expires_at);
create index on bind_token (product_id, name);

create table binding (
  product_id text        not null,
  name       text        not null,
  owner      text        not null,
  bound_at   timestamptz not null,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);

-- The update ordered last for each device.
create table firmware_order (
  product_id text        not null,
  name       text        not null,
  version    text        not null,
  url        text        not null,
  size_bytes bigint      not null,
  md5        text        not null,
  state      text        not null,
  percent    integer     not null,
  code       integer     not null,
  status     text        not null,
  deliveries integer     not null,
  ordered_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);

create table sub_device (
  product_id         text        not null,
  name               text        not null,
  gateway_product_id text        not null,
  gateway_name       text        not null,
  bound_at           timestamptz not null,
  session            bigint      not null, -- that its gateway holds for it, 0 for none
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade,
  foreign key (gateway_product_id, gateway_name) references device on delete cascade
);
create index on sub_device (gateway_product_id, gateway_name);
