-- A kind of device. The template is kept as its author wrote it, order and all.
create table product (
  id           text        primary key check (id ~ '^[A-Z0-9]{10}$'),
  name_en      text        not null,
  name_zh      text        not null,
  template     text        not null check (template is json object),
  secret       bytea       not null, -- sealed
  registration text        not null check (registration in ('DISABLED', 'PRE_CREATED', 'AUTO_CREATE')),
  panel        text        not null check (panel is json object),
  created_at   timestamptz not null,
  version      integer     not null
);

create table device (
  product_id   text        not null references product,
  name         text        not null check (name ~ '^[A-Za-z0-9_.:-]{1,48}$'),
  secret       bytea       not null, -- sealed
  enabled      boolean     not null,
  created_at   timestamptz not null,
  activated_at timestamptz,
  version      integer     not null,
  primary key (product_id, name)
);

-- Keys are random with 256 bits, so a plain hash hides them and finds them.
create table access_key (
  hash       bytea       primary key,
  name       text        not null,
  role       text        not null,
  created_at timestamptz not null
);

create table access_session (
  hash       bytea       primary key,
  name       text        not null,
  role       text        not null,
  expires_at timestamptz not null
);
create index on access_session (expires_at);
