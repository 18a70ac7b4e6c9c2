-- The history, in a schema of its own so that a reader can be allowed this and nothing else. Each
-- product has the tables report_, minute_, hour_ and day_ with its id in lower case; the service makes
-- them from the data template. All are partitioned by time.
create schema history;

-- Which column holds the values of which property. A property whose type changes gets another column;
-- the old one stays, under another name.
create table history.property_column (
  product_id text not null,
  property   text not null,
  type       text not null,
  name       text not null,
  primary key (product_id, property, type),
  unique (product_id, name)
);

-- When the reports of a committed batch were received: what the roll-ups have still to take in. Written
-- with the reports, deleted with the roll-up.
create table history.arrival (
  product_id    text        not null,
  received_from timestamptz not null,
  received_to   timestamptz not null
);

-- Rows from before these tables, moved by the service when it knows the columns.
alter table report rename to report_untyped;
alter table report_untyped set schema history;
alter table event drop constraint event_pkey; -- its name is wanted
alter table event rename to event_unpartitioned;
alter table event_unpartitioned set schema history;

create table history.event (
  product_id  text        not null,
  device      text        not null,
  at          timestamptz not null,
  received_at timestamptz not null, -- by the broker; the same when a message is delivered again
  place       integer     not null, -- in a batch of events
  token       text        not null,
  event_id    text        not null,
  kind        text        not null,
  params      jsonb       not null,
  primary key (product_id, device, at, received_at, place)
) partition by range (at);
create index on history.event (at);

create function history.forget_device() returns trigger language plpgsql as $$
declare
  prefix text;
  relation text;
begin
  foreach prefix in array array['report', 'minute', 'hour', 'day'] loop
    relation := prefix || '_' || lower(old.product_id);
    if to_regclass(format('history.%I', relation)) is not null then
      execute format('delete from history.%I where device = $1', relation) using old.name;
    end if;
  end loop;
  delete from history.event where product_id = old.product_id and device = old.name;
  return null;
end $$;

create trigger forget_history after delete on device
  for each row execute function history.forget_device();

create function history.forget_product() returns trigger language plpgsql as $$
declare
  prefix text;
begin
  foreach prefix in array array['report', 'minute', 'hour', 'day'] loop
    execute format('drop table if exists history.%I', prefix || '_' || lower(old.id));
  end loop;
  delete from history.property_column where product_id = old.id;
  delete from history.arrival where product_id = old.id;
  return null;
end $$;

create trigger forget_history after delete on product
  for each row execute function history.forget_product();

-- Controls are queried by device and time, and given up after their retention.
create index on control (accepted_at);
