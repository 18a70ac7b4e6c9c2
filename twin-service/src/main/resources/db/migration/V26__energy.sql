-- The lifetime total of each device, and what its next reading is compared with.
create table energy_count (
  product_id              text        not null,
  name                    text        not null,
  version                 bigint      not null,
  lifetime_milliwatt_hours bigint     not null,
  last_milliwatt_hours    bigint,
  last_at                 timestamptz,
  doubt_milliwatt_hours   bigint,      -- a reading that waits for the next one to confirm it
  doubt_at                timestamptz,
  before_milliwatt_hours  bigint,      -- the run of the counter before its last jump
  before_at               timestamptz,
  before_until            timestamptz,
  jumps                   bigint      not null,
  quarter                 timestamptz not null, -- the quarter of an hour not yet in history.energy
  quarter_milliwatt_hours bigint      not null,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
) with (fillfactor = 50);

-- What each device used in each quarter of an hour.
create table history.energy (
  product_id      text        not null,
  device          text        not null,
  at              timestamptz not null, -- its start
  milliwatt_hours bigint      not null,
  primary key (product_id, device, at)
) partition by range (at);

-- The same in kWh, the running quarter included.
create view history.consumption as
  select product_id, device, at, milliwatt_hours / 1e6::double precision as kwh from history.energy
  union all
  select product_id, name, quarter, quarter_milliwatt_hours / 1e6::double precision
  from energy_count where quarter_milliwatt_hours > 0;

create function history.forget_energy() returns trigger language plpgsql as $$
begin
  delete from history.energy where product_id = old.product_id and device = old.name;
  return null;
end $$;

create trigger forget_energy after delete on device
  for each row execute function history.forget_energy();

-- What a kWh costs. The content is a list of rates, each from a day on.
create table tariff (
  id       text    primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,47}$'),
  currency text    not null,
  rates    jsonb   not null,
  version  integer not null
);

-- Devices with another tariff than the one named default.
create table device_tariff (
  product_id text not null,
  name       text not null,
  tariff_id  text not null references tariff,
  primary key (product_id, name),
  foreign key (product_id, name) references device on delete cascade
);

-- Replacements of hardware that the device's count has still to take in.
create table energy_replacement (
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  primary key (product_id, name, at),
  foreign key (product_id, name) references device on delete cascade
);
