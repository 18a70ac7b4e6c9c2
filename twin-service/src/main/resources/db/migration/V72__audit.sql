-- What was changed, or was to be: never what was said in a request's body.
create table audit_entry (
  number     bigint      generated always as identity primary key,
  at         timestamptz not null,
  who        text        not null, -- empty: nobody who was known
  way        text        not null, -- key, token, session; empty
  credential uuid,                 -- which token or session
  address    text        not null,
  method     text        not null,
  route      text        not null, -- with the names of its parameters, /api/devices/{productId}/{name}
  parameters jsonb       not null,
  status     integer     not null
);
create index on audit_entry (at);
create index on audit_entry (who, number);
create index on audit_entry ((parameters ->> 'productId'), (parameters ->> 'name'), number);
