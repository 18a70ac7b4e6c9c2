-- What a flow said before, the newest fifty; the current one is among them.
create table flow_version (
  flow_id text        not null references flow on delete cascade,
  number  integer     not null,
  at      timestamptz not null,
  author  text        not null, -- empty: it came with its product, or is older than this table
  content text        not null check (content is json object),
  primary key (flow_id, number)
);
insert into flow_version (flow_id, number, at, author, content)
select id, version, created_at, '', content from flow;

-- When each flow last raised an alarm.
create index on alarm (flow_id, decided_at desc);
