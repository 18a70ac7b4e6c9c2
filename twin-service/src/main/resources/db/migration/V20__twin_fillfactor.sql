-- Each report writes its twin anew and touches no index: with room on the page the new row stays beside
-- the old one and the indexes stay as they are.
alter table twin set (fillfactor = 50);
