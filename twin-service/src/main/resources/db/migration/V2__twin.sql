-- What the cloud knows of each device. Values are kept as the data template's JSON forms.
create table twin (
  product_id text        not null,
  name       text        not null,
  version    bigint      not null,
  reported   jsonb       not null, -- property -> {"v": value, "t": milliseconds}
  info       jsonb       not null,
  controls   jsonb       not null, -- those not yet settled, oldest first
  online     boolean     not null,
  session    bigint      not null,
  since      timestamptz not null,
  reason     text        not null,
  wake_at    timestamptz,          -- the next moment at which something expires
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);
create index on twin (session) where online;
create index on twin (wake_at) where wake_at is not null;

-- Every control there ever was, as far as it came.
create table control (
  id           text        primary key,
  product_id   text        not null,
  name         text        not null,
  content      jsonb       not null,
  stage        text        not null,
  accepted_at  timestamptz not null,
  foreign key (product_id, name) references device on delete cascade
);
create index on control (product_id, name, accepted_at);

-- Accepted reports. The key makes a report that arrives twice the same row.
create table report (
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  token      text        not null,
  params     jsonb       not null,
  primary key (product_id, name, at, token),
  foreign key (product_id, name) references device on delete cascade
);

create table event (
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  token      text        not null,
  place      integer     not null,
  event_id   text        not null,
  kind       text        not null,
  params     jsonb       not null,
  primary key (product_id, name, at, token, place),
  foreign key (product_id, name) references device on delete cascade
);
