-- What is known only on the spot: roads that nobody passes, and what teams saw of hydrants, other water and shelters.
create table road_closures (
  id integer generated always as identity primary key,
  -- Made by the device that reports: the same report sent twice is one.
  client_id uuid not null unique,
  -- Roads are closed where a line crosses them, or as far as an area covers them.
  geom geometry(Geometry, 4326) not null check (GeometryType(geom) in ('LINESTRING', 'MULTIPOLYGON')),
  reason text not null check (reason <> ''),
  account_id integer references accounts on delete set null,
  account_name text not null,
  since timestamptz not null default clock_timestamp(),
  ended_at timestamptz check (ended_at >= since),
  ended_by text
);
create index on road_closures (id) where ended_at is null;

create table field_marks (
  id integer generated always as identity primary key,
  client_id uuid not null unique,
  layer text not null check (layer in ('hydrants', 'water_sources', 'shelters')),
  object_id integer not null,
  mark text not null check (mark in ('unusable', 'usable', 'full', 'has_room')),
  note text check (note <> ''),
  account_id integer references accounts on delete set null,
  account_name text not null,
  received_at timestamptz not null default clock_timestamp(),
  -- By the clock of the device, and whether that clock can't be right.
  noted_at timestamptz,
  clock_implausible boolean not null default false,
  undone_at timestamptz,
  undone_by text
);
create index on field_marks (layer, object_id) where undone_at is null;

select audit_table('road_closures');
select audit_table('field_marks');

insert into layer_version (layer) values ('emergency');
create function raise_emergency_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp() where layer = 'emergency' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'emergency', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on road_closures
  for each statement execute function raise_emergency_version();
create trigger raise_version after insert or update or delete on field_marks
  for each statement execute function raise_emergency_version();
