-- Devices whose messages are kept for looking at, and until when.
create table message_log_switch (
  product_id text        not null,
  name       text        not null,
  until      timestamptz not null,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);

-- What went between them and the service. Without reference to device: it is written late, and in
-- bulk, and what belongs to nobody is old soon.
create table message_log (
  number     bigint      generated always as identity primary key,
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  direction  text        not null,
  method     text        not null,
  code       integer,
  content    jsonb       not null
);
create index on message_log (product_id, name, number);
create index on message_log (at);
