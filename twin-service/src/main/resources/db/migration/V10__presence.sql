-- Connected is not alive: a device with a session that does not report is silent.
alter table twin
  add column silent        boolean     not null default false,
  add column silent_at     timestamptz, -- when it counts as silent unless it reports before
  add column takeovers     integer     not null default 0,
  add column taken_over_at timestamptz;

-- The moment now moves with each report, and is only read at the start.
drop index twin_wake_at_idx;
