-- Online means connected and reporting; this column says connected, as presence does everywhere else.
alter table twin rename column online to connected;
