create table rivers (
  id integer generated always as identity primary key,
  code text,
  name text,
  name_en text,
  rank text not null check (rank in ('main', 'tributary', 'ditch')),
  basin text,
  -- Source to mouth: chainage is the distance along this line.
  geom geometry(MultiLineString, 4326) not null,
  geom_3857 geometry(MultiLineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on rivers using gist (geom);
create index on rivers using gist (geom_3857);
select register_layer('rivers');

create table river_segments (
  id integer generated always as identity primary key,
  code text not null check (code ~ '^\d{12}$'),
  name text not null,
  river_name text not null,
  river_id integer references rivers,
  chainage_from_m double precision not null check (chainage_from_m >= 0),
  chainage_to_m double precision not null check (chainage_to_m >= 0),
  water_class_target text check (water_class_target in ('I', 'II', 'III', 'IV', 'V')),
  start_place text,
  end_place text,
  geom geometry(MultiLineString, 4326) not null,
  geom_3857 geometry(MultiLineString, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  length_m double precision not null generated always as (ST_Length(geom::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb,
  check (chainage_to_m > chainage_from_m)
);
create unique index on river_segments (code) where valid_to is null;
create index on river_segments (river_id, chainage_from_m);
create index on river_segments using gist (geom);
create index on river_segments using gist (geom_3857);
select register_layer('river_segments');

create table outfalls (
  id integer generated always as identity primary key,
  code text,
  name text,
  kind text not null check (kind in ('industrial', 'municipal', 'agricultural', 'storm_water', 'other')),
  state text not null check (state in ('permitted', 'open', 'closed')),
  river_name text,
  chainage_m double precision check (chainage_m >= 0),
  bank text check (bank in ('left', 'right')),
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on outfalls using gist (geom);
create index on outfalls using gist (geom_3857);
select register_layer('outfalls');

create table monitoring_stations (
  id integer generated always as identity primary key,
  code text,
  name text not null,
  kind text not null check (kind in ('section', 'automatic')),
  river_name text,
  chainage_m double precision check (chainage_m >= 0),
  water_class text check (water_class in ('I', 'II', 'III', 'IV', 'V', 'beyond_V')),
  sampled_on date,
  dissolved_oxygen_mg_l double precision check (dissolved_oxygen_mg_l >= 0),
  permanganate_index_mg_l double precision check (permanganate_index_mg_l >= 0),
  cod_mg_l double precision check (cod_mg_l >= 0),
  ammonia_nitrogen_mg_l double precision check (ammonia_nitrogen_mg_l >= 0),
  total_phosphorus_mg_l double precision check (total_phosphorus_mg_l >= 0),
  managed_by text,
  geom geometry(Point, 4326) not null,
  geom_3857 geometry(Point, 3857) not null generated always as (ST_Transform(geom, 3857)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on monitoring_stations using gist (geom);
create index on monitoring_stations using gist (geom_3857);
select register_layer('monitoring_stations');
