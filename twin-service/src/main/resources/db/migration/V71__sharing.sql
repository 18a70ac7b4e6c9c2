-- Who lives in a home, or looks after it.
create table home_member (
  home_id   uuid        not null references home on delete cascade,
  user_name text        not null references app_user on delete cascade,
  level     text        not null check (level in ('VIEW', 'CONTROL', 'OWN')),
  joined_at timestamptz not null,
  primary key (home_id, user_name)
);
create index on home_member (user_name);

-- A code that makes somebody a member, once. Random with 80 bits, so a plain hash hides it.
create table home_invitation (
  id         uuid        primary key,
  hash       bytea       not null unique,
  home_id    uuid        not null references home on delete cascade,
  level      text        not null check (level in ('VIEW', 'CONTROL', 'OWN')),
  author     text        not null,
  expires_at timestamptz not null
);
create index on home_invitation (home_id);

create table device_share (
  product_id text        not null,
  name       text        not null,
  user_name  text        not null references app_user on delete cascade,
  level      text        not null check (level in ('VIEW', 'CONTROL')),
  author     text        not null,
  shared_at  timestamptz not null,
  expires_at timestamptz,
  primary key (product_id, name, user_name),
  foreign key (product_id, name) references device on delete cascade
);
create index on device_share (user_name);

create index on binding (owner);

-- Which devices somebody may see and how far that goes, for everybody who does not see all anyway.
-- A device may be in it several times; the highest level counts.
create view visible_device as
  select owner as user_name, product_id, name, 'OWN' as level from binding
  union all
  select m.user_name, d.product_id, d.name, m.level
  from home_member m join device d on d.home_id = m.home_id
  union all
  select user_name, product_id, name, level from device_share
  where expires_at is null or expires_at > now();
