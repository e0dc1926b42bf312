create table faults (
  id integer generated always as identity primary key,
  code text,
  name text,
  section_name text,
  sense text check (sense in ('normal', 'reverse', 'strike_slip', 'unknown')),
  strike_degree double precision check (strike_degree between 0 and 360),
  dip_degree double precision check (dip_degree between 0 and 90),
  exposure text not null default 'unknown' check (exposure in ('exposed', 'buried', 'unknown')),
  activity text check (activity in ('holocene', 'late_pleistocene', 'early_middle_pleistocene', 'pre_quaternary', 'unknown')),
  slip_rate_mm_a double precision check (slip_rate_mm_a >= 0),
  location_uncertainty_m double precision check (location_uncertainty_m >= 0),
  certainty text,
  source text,
  geom geometry(MultiLineString, 4326) not null,
  geom_3857 geometry(MultiLineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on faults using gist (geom);
create index on faults using gist (geom_3857);
select register_layer('faults');

create table hazard_zones (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('fault_avoidance', 'fault_investigation', 'slide', 'flood', 'subsidence')),
  grade text check (grade in ('very_high', 'high', 'medium', 'low')),
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
create index on hazard_zones using gist (geom);
create index on hazard_zones using gist (geom_3857);
select register_layer('hazard_zones');

create table geohazard_points (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('rockfall', 'slide', 'debris_flow', 'collapse', 'fissure', 'subsidence')),
  grade text not null check (grade in ('very_large', 'large', 'medium', 'small')),
  threatened_people integer check (threatened_people >= 0),
  monitored boolean,
  managed_by text,
  inspected_on date,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on geohazard_points using gist (geom);
create index on geohazard_points using gist (geom_3857);
select register_layer('geohazard_points');

create table shelters (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  class text not null check (class in ('urgent', 'temporary', 'short_term', 'medium_term', 'long_term')),
  status text not null check (status in ('planned', 'under_construction', 'available', 'in_use', 'closed')),
  address text,
  effective_area_m2 double precision check (effective_area_m2 >= 0),
  area_per_person_m2 double precision check (area_per_person_m2 >= 0.1),
  capacity integer generated always as (floor(effective_area_m2 / area_per_person_m2)::integer) stored,
  occupancy integer check (occupancy >= 0),
  occupancy_at date,
  facilities text,
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on shelters using gist (geom);
create index on shelters using gist (geom_3857);
select register_layer('shelters');

create table key_sites (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  name_en text,
  kind text not null check (kind in ('school', 'kindergarten', 'hospital', 'care_home', 'government', 'market', 'gas',
    'dangerous_goods', 'factory', 'heritage', 'utility', 'other')),
  address text,
  people integer check (people >= 0),
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on key_sites using gist (geom);
create index on key_sites using gist (geom_3857);
select register_layer('key_sites');
