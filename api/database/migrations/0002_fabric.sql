create table administrative_areas (
  id integer generated always as identity primary key,
  code text not null check (code ~ '^(\d{6}|\d{9}|\d{12})$'),
  name text not null,
  name_en text,
  level text not null check (level in ('county', 'town', 'community')),
  kind text check (kind in ('county', 'district', 'subdistrict', 'town', 'township', 'community', 'village')),
  parent_code text check (parent_code ~ '^(\d{6}|\d{9})$'),
  households integer check (households >= 0),
  population integer check (population >= 0),
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb
);
create unique index on administrative_areas (code) where valid_to is null;
create index on administrative_areas using gist (geom);
create index on administrative_areas using gist (geom_3857);
select register_layer('administrative_areas');

create table unit_cells (
  id integer generated always as identity primary key,
  code text not null check (code ~ '^\d{15}$'),
  community_code text not null generated always as (left(code, 12)) stored,
  land_use text check (land_use in ('built_up', 'rural_settlement', 'field', 'forest', 'water', 'other')),
  households integer check (households >= 0),
  population integer check (population >= 0),
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb
);
create unique index on unit_cells (code) where valid_to is null;
create index on unit_cells (community_code);
create index on unit_cells using gist (geom);
create index on unit_cells using gist (geom_3857);
select register_layer('unit_cells');

-- A named partition of the territory with its levels; several schemes stand on the same cells.
create table scheme (
  id text primary key check (id ~ '^[a-z][a-z0-9_]*$'),
  name_zh text not null,
  name_en text not null,
  -- Of this moment and not of the transaction, so that schemes stored together keep their order.
  created_at timestamptz not null default clock_timestamp()
);

create table scheme_level (
  scheme text not null references scheme on delete cascade,
  level integer not null check (level between 1 and 9),
  name_zh text not null,
  name_en text not null,
  primary key (scheme, level)
);

create table grids (
  id integer generated always as identity primary key,
  scheme text not null,
  level integer not null,
  class text not null default 'A' check (class in ('A', 'B', 'C')),
  code text not null check (code ~ '^\d{15}$'),
  name text not null,
  parent_code text check (parent_code ~ '^\d{15}$'),
  state text not null default 'current' check (state in ('current', 'split', 'merged', 'retired')),
  cell_count integer check (cell_count >= 0),
  households integer check (households >= 0),
  population integer check (population >= 0),
  canonical geometry(MultiPolygon) check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  import_id integer references import,
  source_properties jsonb,
  foreign key (scheme, level) references scheme_level (scheme, level),
  -- Only a trade (class B) may be without a place on the map.
  check (canonical is not null or class = 'B')
);
create unique index on grids (scheme, code) where valid_to is null;
create index on grids (scheme, level);
create index on grids using gist (geom);
create index on grids using gist (geom_3857);
select register_layer('grids');

-- A grid of class A is a set of cells.
create table grid_cell (
  grid_id integer not null references grids on delete cascade,
  unit_cell_id integer not null references unit_cells,
  primary key (grid_id, unit_cell_id)
);
create index on grid_cell (unit_cell_id);
