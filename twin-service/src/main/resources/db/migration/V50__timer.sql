-- What a timer says is JSON, checked when saved; next_at is empty while nothing is to come.
create table timer (
  id         uuid        primary key,
  content    text        not null check (content is json object),
  next_at    timestamptz,
  created_at timestamptz not null,
  version    integer     not null
);
create index on timer (next_at) where next_at is not null;
create index on timer (created_at, id);

-- The devices of a timer, in the order of its actions.
create table timer_device (
  timer_id   uuid    not null references timer on delete cascade,
  number     integer not null,
  product_id text    not null,
  name       text    not null,
  primary key (timer_id, number),
  unique (product_id, name, timer_id),
  foreign key (product_id, name) references device on delete cascade
);

-- One row for each due time and device: the key is what makes it once.
create table timer_firing (
  timer_id         uuid        not null references timer on delete cascade,
  due_at           timestamptz not null,
  product_id       text        not null,
  name             text        not null,
  wanted           text        not null,
  late_until       timestamptz not null,
  patience_seconds integer     not null,
  state            text        not null check (state in ('WAITING', 'FIRED', 'LATE', 'SKIPPED')),
  decided_at       timestamptz, -- null while it waits
  control_id       text,        -- null unless fired
  reason           text,        -- null unless skipped
  primary key (timer_id, due_at, product_id, name),
  foreign key (product_id, name) references device on delete cascade
);
create index on timer_firing (product_id, name, due_at) where state = 'WAITING';
create index on timer_firing (due_at) where state = 'WAITING';
create index on timer_firing (product_id, name, due_at);
create index on timer_firing (decided_at);

-- Where a device is, by itself or by its home.
create view whereabouts as
select d.product_id, d.name,
       coalesce(d.time_zone, h.time_zone) as time_zone,
       case when d.latitude is null then h.latitude else d.latitude end as latitude,
       case when d.latitude is null then h.longitude else d.longitude end as longitude
from device d left join home h on h.id = d.home_id;

-- Whoever changes where a device is changes when its timers are due: they are looked at at once, and
-- what is then no moment of theirs is set anew without firing.
create function timers_to_be_looked_at() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'home' then
    update timer set next_at = least(next_at, now())
     where content::jsonb ->> 'enabled' is distinct from 'false'
       and id in (select t.timer_id from timer_device t join device d using (product_id, name)
                   where d.home_id = new.id);
  else
    update timer set next_at = least(next_at, now())
     where content::jsonb ->> 'enabled' is distinct from 'false'
       and id in (select t.timer_id from timer_device t
                   where t.product_id = new.product_id and t.name = new.name);
  end if;
  return null;
end $$;

create trigger moved after update of time_zone, latitude, longitude on home
  for each row execute function timers_to_be_looked_at();
create trigger moved after update of time_zone, latitude, longitude, home_id on device
  for each row execute function timers_to_be_looked_at();
