-- Photos from the field, and what is reported of damage in an earthquake, flood or storm.
alter table account_roles drop constraint account_roles_role_check;
alter table account_roles add constraint account_roles_role_check
  check (role in ('viewer', 'planner', 'reporter', 'river_chief', 'emergency', 'dispatcher', 'administrator'));

-- A photo belongs to what it is attached to, and is seen by whoever may see that.
create table photos (
  id integer generated always as identity primary key,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  -- As it is shown.
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Of the file as it was sent, by which one that comes twice is told, and of what is kept of it.
  sent_sha256 text not null check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- What the camera wrote beside the picture.
  taken_at timestamptz,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  account_id integer references accounts on delete set null,
  account_name text not null,
  received_at timestamptz not null default clock_timestamp()
);
-- Apart from it, so that the record keeps no copy of each picture.
create table photo_contents (
  photo_id integer primary key references photos on delete cascade,
  content bytea not null,
  -- A small one for lists, where the sender made one.
  small bytea,
  small_media_type text check (small_media_type in ('image/jpeg', 'image/png', 'image/webp')),
  check ((small is null) = (small_media_type is null))
);

create table damage_events (
  id integer generated always as identity primary key,
  name text not null check (name <> ''),
  kind text not null check (kind in ('earthquake', 'flood', 'storm', 'landslide', 'fire', 'snow', 'other')),
  began_at timestamptz not null,
  closed_at timestamptz check (closed_at >= began_at),
  -- Counties, towns and communities from which word is expected.
  area_codes jsonb not null check (jsonb_typeof(area_codes) = 'array' and jsonb_array_length(area_codes) > 0),
  remark text,
  account_id integer references accounts on delete set null,
  account_name text not null,
  opened_at timestamptz not null default clock_timestamp(),
  version integer not null default 1
);

create table damage_reports (
  id integer generated always as identity primary key,
  -- Given by the device, so that what a bad network sends twice is one report.
  client_id uuid not null unique,
  -- Of what was sent, by which the same report is told from another under its name.
  digest text not null,
  event_id integer not null references damage_events,
  -- It stands in the place of this one. Nothing is changed or deleted, and only one can stand in a place.
  corrects_id integer unique references damage_reports,
  -- What was said before does not hold, and nothing comes in its place.
  withdrawn boolean not null default false,
  -- 零报告: the community has been looked over, and nothing is damaged.
  nothing_damaged boolean not null default false,
  degree text not null check (degree in ('intact', 'slight', 'moderate', 'severe', 'destroyed')),
  kind text check (kind in
    ('building', 'road', 'bridge', 'water_supply', 'power', 'communication', 'gas', 'embankment', 'slope', 'other')),
  community_code text not null check (community_code ~ '^\d{12}$'),
  community_name text not null,
  community_name_en text,
  -- Of each scheme the lowest grid in which the place lay on that day.
  grids jsonb not null,
  geom geometry(Point, 4326),
  accuracy_m double precision check (accuracy_m >= 0),
  place_source text not null check (place_source in ('device', 'map', 'community')),
  place text,
  dead integer not null default 0 check (dead >= 0),
  missing integer not null default 0 check (missing >= 0),
  trapped integer not null default 0 check (trapped >= 0),
  injured integer not null default 0 check (injured >= 0),
  moved integer not null default 0 check (moved >= 0),
  text text,
  -- How many photos the device has of it; they follow by themselves.
  photos_taken integer not null default 0 check (photos_taken between 0 and 9),
  account_id integer references accounts on delete set null,
  account_name text not null,
  -- By the device's clock, and how far that was behind the server's when it was sent.
  noted_at timestamptz not null,
  clock_offset_s double precision,
  clock_state text not null check (clock_state in ('right', 'corrected', 'implausible')),
  -- When it was noted, as well as can be told from both clocks.
  at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  check ((geom is null) = (place_source = 'community')),
  check (not (nothing_damaged and (kind is not null or degree <> 'intact'))),
  check (nothing_damaged or withdrawn or kind is not null)
);
create index on damage_reports (event_id, community_code);

-- A report that corrects another keeps its photos.

create table damage_report_photos (
  report_id integer not null references damage_reports on delete cascade,
  photo_id integer not null references photos on delete cascade,
  primary key (report_id, photo_id)
);

create trigger count_version before update on damage_events for each row execute function count_version();

select audit_table('photos');
select audit_table('damage_events');
select audit_table('damage_reports');

insert into layer_version (layer) values ('damage');
create function raise_damage_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp() where layer = 'damage' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'damage', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on damage_events
  for each statement execute function raise_damage_version();
create trigger raise_version after insert or update or delete on damage_reports
  for each statement execute function raise_damage_version();
create trigger raise_version after insert or update or delete on damage_report_photos
  for each statement execute function raise_damage_version();
