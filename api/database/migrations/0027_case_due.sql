-- By when something has to happen to an open case: its step, or all of it where that is due before. A step has its whole time also when the whole
-- is late already, and the case is late all the same.
alter table cases add column due_at timestamptz generated always as (least(stage_due_at, closing_due_at)) stored;
drop index cases_stage_stage_due_at_id_idx;
create index on cases (stage, due_at, id) where is_open;
