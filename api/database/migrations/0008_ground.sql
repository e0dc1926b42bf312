create table land_cover (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('built_up', 'rural_settlement', 'field', 'forest', 'water', 'other')),
  source text,
  canonical geometry(MultiPolygon) not null check (is_canonical(canonical)),
  geom geometry(MultiPolygon, 4326) not null generated always as (ST_Transform(canonical, 4326)) stored,
  geom_3857 geometry(MultiPolygon, 3857) not null generated always as (ST_Transform(canonical, 3857)) stored,
  area_m2 double precision not null generated always as (ST_Area(ST_Transform(canonical, 4326)::geography)) stored,
  import_id integer references import,
  source_properties jsonb
);
create index on land_cover using gist (geom);
create index on land_cover using gist (geom_3857);
select register_layer('land_cover');

-- Heights on a regular lattice of degrees, row by row from the north-west corner: decimetres above the sea, signed 16-bit
-- integers, low byte first. Corners and steps are of the points themselves, not of pixels around them.
create table elevation_models (
  id integer generated always as identity primary key,
  west double precision not null check (west between -180 and 180),
  north double precision not null check (north between -85 and 85),
  step double precision not null check (step > 0),
  columns integer not null check (columns between 2 and 20000),
  rows integer not null check (rows between 2 and 20000),
  heights bytea not null,
  extent geometry(Polygon, 4326) not null generated always as
    (ST_MakeEnvelope(west, north - (rows - 1) * step, west + (columns - 1) * step, north, 4326)) stored,
  check (octet_length(heights) = 2 * columns * rows)
);
create index on elevation_models using gist (extent);
