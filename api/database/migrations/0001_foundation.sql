create extension if not exists postgis;

-- Canonical coordinates of areas are whole millimetres on a CGCS2000 3-degree Gauss-Kruger zone, so that neighbours
-- agree exactly. SRID = 920000 + central meridian in degrees east (0 to 357): 920114 is the zone of 114° E.
-- auth_name stays null: with a name that PROJ doesn't know, the embedded database loses the answer.
insert into spatial_ref_sys (srid, proj4text)
select 920000 + meridian,
       format('+proj=tmerc +lat_0=0 +lon_0=%s +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=mm +no_defs', meridian)
from generate_series(0, 357, 3) as meridian;

create function is_canonical(shape geometry) returns boolean
language sql immutable parallel safe as $$
  select ST_SRID(shape) between 920000 and 920357 and shape = ST_SnapToGrid(shape, 1)
$$;

-- The day that questions are about when they name none. Counties work by Chinese time wherever the server stands.
create function today() returns date
language sql stable parallel safe as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

-- Tells this database from every other one, so that a tile cached from one is never taken for a tile of another.
create table database_identity (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now()
);
insert into database_identity default values;

create table layer_version (
  layer text primary key,
  version bigint not null default 1,
  changed_at timestamptz not null default now()
);

-- Raises the layer's version with every change, inside the changing transaction: who sees the new version sees the new
-- data, and listeners hear of it on commit.
create function raise_layer_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp()
  where layer = tg_table_name returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', tg_table_name, 'version', raised)::text);
  return null;
end
$$;

create function register_layer(layer_table regclass) returns void
language plpgsql as $$
begin
  insert into layer_version (layer) values (layer_table::text);
  execute format(
    'create trigger raise_layer_version after insert or update or delete or truncate on %s
     for each statement execute function raise_layer_version()', layer_table);
end
$$;

-- One row per file that was brought in, with what was declared about it.
create table import (
  id integer generated always as identity primary key,
  layer text not null references layer_version,
  file_name text not null,
  sha256 text not null,
  coordinate_system text not null,
  mapping jsonb not null,
  read_count integer not null,
  stored_count integer not null,
  refused_count integer not null,
  imported_at timestamptz not null default now()
);
