create table hydrants (
  id integer generated always as identity primary key,
  code text,
  kind text not null default 'hydrant' check (kind in ('hydrant', 'filling_column')),
  usable text not null default 'unknown' check (usable in ('yes', 'no', 'unknown')),
  state text check (state in ('intact', 'low_pressure', 'damaged', 'blocked', 'out_of_service', 'removed')),
  record_state text not null default 'normal' check (record_state in ('normal', 'abandoned')),
  road_name text,
  address text,
  placement text check (placement in ('above_ground', 'underground')),
  outlets text,
  network_form text check (network_form in ('ring', 'branch')),
  pipe_diameter_mm integer check (pipe_diameter_mm between 1 and 3000),
  pressure_mpa double precision check (pressure_mpa between 0 and 5),
  flow_l_s double precision check (flow_l_s between 0 and 1000),
  utility text,
  managed_by text,
  installed_on date,
  inspected_on date,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on hydrants using gist (geom);
create index on hydrants using gist (geom_3857);
select register_layer('hydrants');

create table water_sources (
  id integer generated always as identity primary key,
  code text,
  name text,
  kind text not null check (kind in ('pool', 'wharf', 'natural')),
  usable text not null default 'unknown' check (usable in ('yes', 'no', 'unknown')),
  record_state text not null default 'normal' check (record_state in ('normal', 'abandoned')),
  address text,
  capacity_m3 double precision check (capacity_m3 >= 0),
  usable_in_dry_season boolean,
  suction_height_m double precision check (suction_height_m between 0 and 100),
  vehicle_access boolean,
  parking_places integer check (parking_places >= 0),
  managed_by text,
  inspected_on date,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on water_sources using gist (geom);
create index on water_sources using gist (geom_3857);
select register_layer('water_sources');

create table garbage_points (
  id integer generated always as identity primary key,
  code text,
  name text,
  form text not null check (form in ('bin', 'box', 'pit', 'house', 'station', 'transfer_station', 'treatment_plant')),
  waste_class text check (waste_class in ('recyclable', 'hazardous', 'kitchen', 'other', 'mixed')),
  state text check (state in ('intact', 'damaged', 'missing', 'out_of_service')),
  address text,
  container_count integer check (container_count >= 0),
  capacity_t_d double precision check (capacity_t_d >= 0),
  collections_per_week double precision check (collections_per_week >= 0),
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on garbage_points using gist (geom);
create index on garbage_points using gist (geom_3857);
select register_layer('garbage_points');
