create table roads (
  id integer generated always as identity primary key,
  code text,
  name text,
  name_en text,
  class text not null check (class in ('motorway', 'national', 'provincial', 'county', 'town', 'street', 'village')),
  width_m double precision check (width_m between 0 and 200),
  speed_limit_km_h integer check (speed_limit_km_h between 1 and 130),
  one_way boolean,
  -- One edge of the network: it ends where it meets another.
  geom geometry(LineString, 4326) not null,
  geom_3857 geometry(LineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on roads using gist (geom);
create index on roads using gist (geom_3857);
select register_layer('roads');

create table road_segments (
  id integer generated always as identity primary key,
  code text not null,
  name text,
  road_name text not null,
  class text check (class in ('motorway', 'national', 'provincial', 'county', 'town', 'street', 'village')),
  chainage_from_m double precision not null check (chainage_from_m >= 0),
  chainage_to_m double precision not null check (chainage_to_m >= 0),
  width_m double precision check (width_m between 0 and 200),
  sweeps_per_day integer check (sweeps_per_day >= 0),
  managed_by text,
  geom geometry(MultiLineString, 4326) not null,
  geom_3857 geometry(MultiLineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb,
  check (chainage_to_m > chainage_from_m)
);
create unique index on road_segments (code) where valid_to is null;
create index on road_segments using gist (geom);
create index on road_segments using gist (geom_3857);
select register_layer('road_segments');

create table household_points (
  id integer generated always as identity primary key,
  address text,
  households integer not null check (households >= 0),
  population integer not null check (population >= 0),
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on household_points using gist (geom);
create index on household_points using gist (geom_3857);
select register_layer('household_points');
