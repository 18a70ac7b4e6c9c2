-- People who sign in. The name is what others write down as author or owner, so it never changes.
create table app_user (
  name         text        primary key check (name ~ '^[a-z0-9][a-z0-9._@+-]{1,63}$'),
  role         text        not null check (role in ('OPERATOR', 'INSTALLER', 'OWNER', 'VIEWER')),
  language     text        not null check (language in ('', 'en', 'zh')), -- '': the browser's
  password     text        not null, -- Argon2id, in its usual text form
  must_change  boolean     not null, -- somebody else chose the password
  disabled     boolean     not null,
  created_at   timestamptz not null,
  signed_in_at timestamptz,
  version      integer     not null
);

-- Browsers that were signed in sign in again.
drop table access_session;
create table access_session (
  id         uuid        primary key,
  hash       bytea       not null unique,
  user_name  text        references app_user on delete cascade,
  key_hash   bytea       references access_key on delete cascade,
  opened_at  timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  address    text        not null,
  agent      text        not null, -- what the browser calls itself
  check (num_nonnulls(user_name, key_hash) = 1)
);
create index on access_session (expires_at);
create index on access_session (user_name, opened_at);

-- For programs. A token does what its scopes and its user's role permit both.
create table api_token (
  id         uuid        primary key,
  hash       bytea       not null unique,
  user_name  text        not null references app_user on delete cascade,
  name       text        not null,
  scopes     text[]      not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at    timestamptz,
  unique (user_name, name)
);
