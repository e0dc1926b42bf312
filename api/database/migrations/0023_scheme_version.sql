-- Who sets a scheme's rules or deletes it says which state of it he has seen.
alter table scheme add column version integer not null default 1;
create trigger count_version before update on scheme for each row execute function count_version();
