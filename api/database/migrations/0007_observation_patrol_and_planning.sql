create table observation_points (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('station', 'reporter')),
  address text,
  equipment text,
  managed_by text,
  inspected_on date,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on observation_points using gist (geom);
create index on observation_points using gist (geom_3857);
select register_layer('observation_points');

create table patrol_areas (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  season text not null check (season in ('straw_burning', 'forest_fire', 'flood')),
  starts_on date,
  ends_on date,
  patrollers integer check (patrollers >= 0),
  fire_points integer check (fire_points >= 0),
  households integer check (households >= 0),
  managed_by text,
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb,
  check (ends_on >= starts_on)
);
create index on patrol_areas using gist (geom);
create index on patrol_areas using gist (geom_3857);
select register_layer('patrol_areas');

create table parks (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  name_en text,
  kind text not null check (kind in ('comprehensive', 'community', 'square', 'protective')),
  managed_by text,
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb
);
create index on parks using gist (geom);
create index on parks using gist (geom_3857);
select register_layer('parks');

-- What a line of the town plan encloses, not the line alone: whether a place lies inside is the question.
create table control_lines (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('green', 'blue', 'yellow', 'purple')),
  basis text,
  edition text,
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb
);
create index on control_lines using gist (geom);
create index on control_lines using gist (geom_3857);
select register_layer('control_lines');

create table planned_roads (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  name_en text,
  from_place text,
  to_place text,
  red_line_width_m double precision check (red_line_width_m between 0 and 300),
  state text not null check (state in ('planned', 'approved', 'under_construction')),
  edition text,
  geom geometry(MultiLineString, 4326) not null,
  geom_3857 geometry(MultiLineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb
);
create index on planned_roads using gist (geom);
create index on planned_roads using gist (geom_3857);
select register_layer('planned_roads');

create table sewage_works (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('plant', 'station', 'pump_station')),
  state text not null check (state in ('in_operation', 'under_repair', 'out_of_service')),
  address text,
  capacity_t_d double precision check (capacity_t_d >= 0),
  discharge_standard text,
  river_name text,
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on sewage_works using gist (geom);
create index on sewage_works using gist (geom_3857);
select register_layer('sewage_works');
