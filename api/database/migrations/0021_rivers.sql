-- Patrols of river chiefs, what they owe, what the water is like, and whether the signboards say who it is today.
create table patrol_rules (
  id integer generated always as identity primary key,
  level text not null check (level in ('county', 'town', 'village')),
  -- Where it holds; the smallest territory counts, null is everywhere.
  territory_code text check (territory_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  period text not null check (period in ('week', 'month', 'quarter')),
  times integer not null default 1 check (times > 0),
  minimum_minutes double precision not null check (minimum_minutes >= 0),
  minimum_m double precision not null check (minimum_m >= 0),
  minimum_cover_percent double precision not null check (minimum_cover_percent between 0 and 100),
  minimum_hours_apart double precision not null check (minimum_hours_apart >= 0),
  -- How far beside the line somebody still walks along it.
  corridor_m double precision not null check (corridor_m > 0),
  maximum_speed_m_s double precision not null check (maximum_speed_m_s > 0),
  -- Longest silence of the receiver that counts as having gone on.
  maximum_pause_s double precision not null check (maximum_pause_s > 0),
  source text not null,
  edition text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1,
  unique nulls not distinct (level, territory_code, valid_from)
);
insert into patrol_rules (level, period, minimum_minutes, minimum_m, minimum_cover_percent, minimum_hours_apart, corridor_m,
  maximum_speed_m_s, maximum_pause_s, source, edition, valid_from)
values
  ('county', 'quarter', 30, 2000, 0, 96, 150, 8, 300, '省级河长巡河办法（一省）：县级每季度不少于1次', '2019', '2015-01-01'),
  ('town', 'month', 30, 2000, 0, 96, 150, 8, 300, '省级河长巡河办法（一省）：镇级每月不少于1次', '2019', '2015-01-01'),
  ('village', 'week', 5, 300, 60, 24, 100, 6, 180, '省级河长巡河办法（一省）：村级每周不少于1次；有效巡河5分钟、300米为一地规定', '2019', '2015-01-01');

create table patrols (
  id integer generated always as identity primary key,
  client_id uuid not null unique,
  digest text not null,
  segment_id integer not null references river_segments,
  level text not null check (level in ('county', 'town', 'village')),
  person_id integer references people,
  account_id integer references accounts on delete set null,
  account_name text not null,
  rule_id integer not null references patrol_rules,
  -- What was owed: the chief's own stretch of the segment on that day; null is all of it.
  from_m double precision check (from_m >= 0),
  to_m double precision check (to_m > from_m),
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at >= started_at),
  received_at timestamptz not null default clock_timestamp(),
  clock_state text not null check (clock_state in ('right', 'corrected', 'implausible')),
  -- Where the device was, each place with the second since the start as its measure; as it was sent.
  track geometry(LineStringM, 4326),
  points integer not null check (points >= 0),
  minutes double precision not null check (minutes >= 0),
  walked_m double precision not null check (walked_m >= 0),
  covered_m double precision not null check (covered_m >= 0),
  covered_percent double precision not null check (covered_percent between 0 and 100),
  -- [{from_m, to_m}] in the chainage of the river.
  covered jsonb not null,
  gaps jsonb not null,
  -- [{code, times, …}]: what in the track can't be.
  flags jsonb not null,
  -- [{code, wanted, got}]: what is missing of what the rule owes.
  shortfalls jsonb not null,
  is_valid boolean not null,
  -- Why less than the rule owes was handed in.
  reason text check (reason <> ''),
  remark text,
  check ((from_m is null) = (to_m is null))
);
-- Finds the last one that counts, for as many segments as are asked about.
create index on patrols (segment_id, level, ended_at desc) include (from_m, to_m) where is_valid;
create index on patrols (segment_id, ended_at desc);
create index on patrols (person_id, ended_at desc);
create index on patrols (account_id, ended_at desc);
create index on patrols (ended_at) include (segment_id, level, is_valid, from_m, to_m);

-- What was walked is never changed.
revoke update, delete on patrols from jiangli_application;

create table water_samples (
  id integer generated always as identity primary key,
  station_id integer not null references monitoring_stations on delete cascade,
  sampled_on date not null,
  dissolved_oxygen_mg_l double precision check (dissolved_oxygen_mg_l >= 0),
  permanganate_index_mg_l double precision check (permanganate_index_mg_l >= 0),
  cod_mg_l double precision check (cod_mg_l >= 0),
  ammonia_nitrogen_mg_l double precision check (ammonia_nitrogen_mg_l >= 0),
  total_phosphorus_mg_l double precision check (total_phosphorus_mg_l >= 0),
  -- The class is told from these (GB 3838-2002) wherever it is asked for, so that none contradicts them.
  source text not null check (source <> ''),
  account_name text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (station_id, sampled_on),
  check (num_nonnulls(dissolved_oxygen_mg_l, permanganate_index_mg_l, cod_mg_l, ammonia_nitrogen_mg_l, total_phosphorus_mg_l) > 0)
);
-- A station names its river.
create index on rivers (name);

-- When the board at a segment was last made to say who is responsible.
create table signboards (
  id integer generated always as identity primary key,
  segment_id integer not null unique references river_segments on delete cascade,
  updated_on date not null,
  account_name text not null,
  version integer not null default 1
);

-- A track is told by its patrol, which nobody changes: once is enough.
create or replace function audited(whole jsonb) returns jsonb
language sql immutable parallel safe as $$
  select whole - array['password_hash', 'token_hash', 'last_used_at', 'geom_3857', 'track']
    - case when whole ? 'canonical' then array['geom'] else array[]::text[] end
$$;

create trigger count_version before update on patrol_rules for each row execute function count_version();
create trigger count_version before update on signboards for each row execute function count_version();
select audit_table('patrol_rules');
select audit_table('patrols');
select audit_table('water_samples');
select audit_table('signboards');

insert into layer_version (layer) values ('patrols');
create function raise_patrols_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp() where layer = 'patrols' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'patrols', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on patrols
  for each statement execute function raise_patrols_version();
create trigger raise_version after insert or update or delete on water_samples
  for each statement execute function raise_patrols_version();
create trigger raise_version after insert or update or delete on signboards
  for each statement execute function raise_patrols_version();
create trigger raise_version after insert or update or delete on patrol_rules
  for each statement execute function raise_patrols_version();
