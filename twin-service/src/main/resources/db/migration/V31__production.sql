-- Devices made in one go, with names that are counted up.
create table production_batch (
  id           uuid        primary key,
  product_id   text        not null references product on delete cascade,
  pattern      text        not null,
  first_number integer     not null check (first_number >= 0),
  count        integer     not null check (count > 0),
  note         text        not null,
  author       text        not null,
  created_at   timestamptz not null,
  closed_at    timestamptz,
  version      integer     not null
);
create index on production_batch (created_at, id);
create index on production_batch (product_id);

alter table device add foreign key (batch_id) references production_batch on delete set null;

-- Who took what out of a batch.
create table production_download (
  number   bigint      generated always as identity primary key,
  batch_id uuid        not null references production_batch on delete cascade,
  at       timestamptz not null,
  author   text        not null,
  kind     text        not null
);
create index on production_download (batch_id, number);

-- Hardware ids that came under a device's name. Two since the last replacement: burned twice.
create table device_hardware (
  product_id  text        not null,
  name        text        not null,
  hardware_id text        not null,
  last_at     timestamptz not null,
  primary key (product_id, name, hardware_id),
  foreign key (product_id, name) references device on delete cascade
);

-- Devices whose credentials two hold at once.
create table cloned_device (
  product_id text        not null,
  name       text        not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  times      integer     not null,
  evidence   text        not null,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);
