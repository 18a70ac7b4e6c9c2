-- Where notices go. The settings are JSON of their kind; what is secret in them is sealed apart.
create table push_channel (
  id         text        primary key,
  name       text        not null,
  kind       text        not null,
  enabled    boolean     not null,
  settings   text        not null check (settings is json object),
  secrets    bytea       not null, -- sealed
  policy     text        not null check (policy is json object),
  created_at timestamptz not null,
  version    integer     not null
);

-- Who is reached by a channel. Where the channel itself is the recipient, as a robot in its group
-- chat is, the address is empty.
create table push_recipient (
  id         bigint      generated always as identity primary key,
  channel_id text        not null references push_channel on delete cascade,
  address    text        not null, -- of a browser: the hash of its endpoint
  sealed     bytea,                -- endpoint and keys of a browser
  owner      text,                 -- who subscribed
  language   text        not null check (language in ('EN', 'ZH')),
  created_at timestamptz not null,
  gone_at    timestamptz,          -- since when there is nobody any more
  unique (channel_id, address)
);

-- What is to be told, once however many are told.
create table push_notice (
  key         text        primary key,
  type        text        not null,
  severity    text        not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  title_en    text        not null,
  title_zh    text        not null,
  text_en     text        not null,
  text_zh     text        not null,
  product_id  text,
  name        text,
  data        text        not null check (data is json object),
  event_at    timestamptz not null,
  received_at timestamptz not null,
  decided_at  timestamptz not null
);
create index on push_notice (decided_at);

-- What is sent to one recipient in one piece: a notice, or many of them as a digest.
create table push_message (
  id             text        primary key,
  channel_id     text        not null references push_channel on delete cascade,
  recipient_id   bigint      not null references push_recipient on delete cascade,
  state          text        not null check (state in ('WAITING', 'ACCEPTED', 'DEAD', 'DROPPED')),
  notices        integer     not null,
  created_at     timestamptz not null,
  due_at         timestamptz not null, -- while somebody sends it: when his lease ends
  attempts       integer     not null,
  handed_over_at timestamptz,
  settled_at     timestamptz,          -- accepted, given up or dropped
  provider_id    text,
  failure        text                  -- of the last attempt
);
create index on push_message (channel_id, due_at) where state = 'WAITING';
create index on push_message (recipient_id, created_at);
create index on push_message (state, settled_at);

-- That a recipient is to be told a notice, and in which message he is.
create table push_delivery (
  notice_key   text        not null references push_notice on delete cascade,
  recipient_id bigint      not null references push_recipient on delete cascade,
  channel_id   text        not null references push_channel on delete cascade,
  due_at       timestamptz not null, -- later than decided when it is held back
  message_id   text        references push_message on delete cascade,
  committed_at timestamptz,
  primary key (notice_key, recipient_id)
);
create index on push_delivery (channel_id, due_at) where message_id is null;
create index on push_delivery (recipient_id, due_at) where message_id is null;
create index on push_delivery (message_id);
