-- The grids of a place, each by itself: figures by grid are counted over thousands of places, and to look into a document for each takes longer than to
-- count the cases. Written with the place, which never changes.
create table case_place_grids (
  place_id integer not null references case_places on delete cascade,
  scheme text not null,
  level integer not null,
  code text not null,
  name text,
  name_en text,
  primary key (scheme, level, place_id)
);
create index on case_place_grids (place_id);

create function list_grids_of_case_places() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_place_grids (place_id, scheme, level, code, name, name_en)
  select added.id, grid.* from added
  cross join lateral jsonb_to_recordset(added.grids) as grid (scheme text, level integer, code text, name text, name_en text);
  return null;
end
$$;
create trigger list_grids after insert on case_places referencing new table as added
  for each statement execute function list_grids_of_case_places();
revoke insert, update, delete on case_place_grids from jiangli_application;

insert into case_place_grids (place_id, scheme, level, code, name, name_en)
select case_places.id, grid.* from case_places
cross join lateral jsonb_to_recordset(grids) as grid (scheme text, level integer, code text, name text, name_en text);
