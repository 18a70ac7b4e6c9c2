-- Load tests that somebody attached, the newest fifty.
create table load_run (
  id          uuid        primary key,
  attached_at timestamptz not null,
  attached_by text        not null,
  scenario    text        not null,
  verdict     text        not null check (verdict in ('PASSED', 'FAILED', 'NOT_VALID')),
  started_at  timestamptz not null,
  seconds     float8      not null,
  sockets     integer     not null,
  report      text        not null
);
create index on load_run (attached_at desc);
