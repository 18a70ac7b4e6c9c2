-- One table says that hardware was replaced, and whether the energy count has taken it in. Those from
-- before were never told to it: it went on by what their counters showed.
alter table hardware_replacement add column counted boolean not null default true;
alter table hardware_replacement alter column counted set default false;
create index hardware_replacement_to_count on hardware_replacement (product_id, name) where not counted;
drop table energy_replacement;
