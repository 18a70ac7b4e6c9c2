-- What people call a device; its name is its key.
alter table device add column alias text;
