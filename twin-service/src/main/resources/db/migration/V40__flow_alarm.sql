-- Alarm rules. What a rule says is JSON, checked against the product's data template when saved.
create table flow (
  id          text        primary key,
  product_id  text        not null references product on delete cascade,
  mode        text        not null check (mode in ('OFF', 'SHADOW', 'LIVE')),
  content     text        not null check (content is json object),
  -- Rises when the rule, its scope or its mode changes: episodes then begin anew.
  generation  integer     not null,
  created_at  timestamptz not null,
  version     integer     not null
);
create index on flow (product_id);

-- Which products were given their ready-made flows; what somebody deleted stays deleted.
create table flow_ready_made (
  product_id text primary key references product on delete cascade
);

-- What a flow must not forget of a device.
create table flow_memory (
  flow_id    text    not null references flow on delete cascade,
  product_id text    not null,
  name       text    not null,
  generation integer not null,
  version    bigint  not null, -- compared and set, as replicas may hear of the same device
  content    jsonb   not null,
  primary key (flow_id, product_id, name),
  foreign key (product_id, name) references device on delete cascade
);
create index on flow_memory (product_id, name);

-- One row for each episode. Alarms outlive their flow.
create table alarm (
  id              text        primary key,
  flow_id         text        not null,
  product_id      text        not null,
  name            text        not null,
  episode         bigint      not null,
  shadow          boolean     not null, -- silent: nobody was told
  severity        text        not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  title_en        text        not null,
  title_zh        text        not null,
  text_en         text        not null,
  text_zh         text        not null,
  reason          text        not null,
  event_at        timestamptz not null, -- by the device's clock
  received_at     timestamptz not null,
  decided_at      timestamptz not null,
  hits            bigint      not null,
  last_hit_at     timestamptz not null,
  cleared_at      timestamptz,
  clear_reason    text,
  acknowledged_at timestamptz,
  acknowledged_by text,
  escalate_at     timestamptz, -- until then somebody is to have acknowledged it
  escalated_at    timestamptz,
  unique (flow_id, product_id, name, episode),
  foreign key (product_id, name) references device on delete cascade
);
create index on alarm (decided_at desc, id);
create index on alarm (product_id, name, event_at);
create index on alarm (flow_id) where cleared_at is null;
create index on alarm (escalate_at) where escalated_at is null;

create table alarm_comment (
  alarm_id text        not null references alarm on delete cascade,
  number   integer     not null,
  at       timestamptz not null,
  author   text        not null,
  text     text        not null,
  primary key (alarm_id, number)
);

-- Comings and goings of devices, for flows that are tried on the past.
create table presence (
  product_id text        not null,
  name       text        not null,
  at         timestamptz not null,
  online     boolean     not null,
  primary key (product_id, name, at),
  foreign key (product_id, name) references device on delete cascade
);
create index on presence (at);
