-- Cases: what somebody found somewhere, whose it is, and how it was seen through, from collecting it to closing it.
alter table account_roles drop constraint account_roles_role_check;
alter table account_roles add constraint account_roles_role_check check (role in
  ('viewer', 'planner', 'reporter', 'river_chief', 'river_office', 'supervisor', 'handler', 'emergency', 'dispatcher', 'administrator'));

-- Kinds of cases by edition. A case keeps the row it was begun under, so a new edition changes no old deadline.
create table case_kinds (
  id integer generated always as identity primary key,
  -- Component, event or river problem; class and number within it.
  code text not null check (code ~ '^[CER]\d{4}$'),
  subject text not null check (subject in ('component', 'event', 'river')),
  class_name text not null,
  class_name_en text not null,
  name text not null,
  name_en text not null,
  -- The layer whose things it is about, where they are on the map.
  layer text references layer_version,
  -- Whose it is: steps that are tried in order until one finds somebody.
  owner_rule jsonb not null check (jsonb_typeof(owner_rule) = 'array'),
  -- By stage, how long it may take, in office hours, office days or hours of the clock.
  limits jsonb not null check (limits ?& array['file', 'dispatch', 'handle', 'verify', 'close']),
  -- Filed and dispatched by the rule, without waiting for the desk.
  files_itself boolean not null default false,
  urgent boolean not null default false,
  source text not null,
  edition text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1,
  unique (code, valid_from)
);
create unique index on case_kinds (code) where valid_to is null;

-- Which organisation has a duty in a territory; the smallest territory counts.
create table case_departments (
  id integer generated always as identity primary key,
  duty text not null check (duty ~ '^[a-z][a-z_]*$'),
  territory_code text not null check (territory_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  organisation_id integer not null references organisations on delete cascade,
  version integer not null default 1,
  unique (duty, territory_code)
);

-- Where cases lie: a community, and the grids of each scheme as they were on the day. Many cases share one.
create table case_places (
  id integer generated always as identity primary key,
  community_code text not null check (community_code ~ '^\d{12}$'),
  community_name text not null,
  community_name_en text,
  -- [{scheme, level, code, name, name_en}], from the top.
  grids jsonb not null,
  digest text not null unique
);
create index on case_places (community_code text_pattern_ops);

create table cases (
  id integer generated always as identity primary key,
  -- 案卷号: the day it was found and a number.
  number text not null unique,
  -- Made by the device, so that what a bad network sends twice is one case.
  client_id uuid not null unique,
  -- Of what was sent, by which the same is told from another under its name.
  digest text not null,
  kind_id integer not null references case_kinds,
  source text not null check (source in ('supervisor', 'river_patrol', 'grid_patrol', 'public', 'hotline', 'inspection')),
  text text,
  geom geometry(Point, 4326) not null,
  accuracy_m double precision check (accuracy_m >= 0),
  place_id integer not null references case_places,
  -- Of the place, for rights and lists.
  community_code text not null check (community_code ~ '^\d{12}$'),
  place text,
  -- The thing that it is about.
  layer text references layer_version,
  object_id integer,
  segment_id integer references river_segments,
  chainage_m double precision check (chainage_m >= 0),
  bank text check (bank in ('left', 'right', 'middle')),
  photos_taken integer not null default 0 check (photos_taken between 0 and 9),
  account_id integer references accounts on delete set null,
  account_name text not null,
  person_id integer references people,
  -- By the device's clock, and as well as can be told from both clocks.
  noted_at timestamptz not null,
  clock_state text not null default 'right' check (clock_state in ('right', 'corrected', 'implausible')),
  found_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),

  -- All below is told by the case's events, and written by the trigger on them alone.
  stage text not null default 'collected' check (stage in
    ('collected', 'filed', 'dispatched', 'handling', 'reported_back', 'verified', 'closed', 'dismissed', 'merged')),
  version integer not null default 0,
  organisation_id integer references organisations,
  handler_id integer references people,
  stage_due_at timestamptz,
  handle_due_at timestamptz,
  closing_due_at timestamptz,
  filed_at timestamptz,
  dispatched_at timestamptz,
  reported_back_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz,
  returns smallint not null default 0,
  reworks smallint not null default 0,
  extensions smallint not null default 0,
  -- Asked for and not yet answered.
  extension_asked timestamptz,
  merged_into integer references cases,
  is_open boolean generated always as (stage not in ('closed', 'dismissed', 'merged')) stored,

  check ((layer is null) = (object_id is null)),
  check ((segment_id is null) = (chainage_m is null))
);
create index on cases (stage, stage_due_at, id) where is_open;
create index on cases (segment_id) where is_open and segment_id is not null;
create index on cases (community_code text_pattern_ops) where is_open;
create index on cases (handler_id) where is_open;
create index on cases (organisation_id) where is_open;
create index on cases using gist (geom) where is_open;
create index on cases (layer, object_id) where object_id is not null;
create index on cases (account_id, id);
create index on cases (changed_at desc, id desc);
create index on cases (found_at desc, id desc);
create index on cases (kind_id, id);
create index on cases (merged_into) where merged_into is not null;
-- Everything that figures are made of, so that a year of cases is counted without looking at one of them.
create index cases_figures on cases (filed_at) include
  (place_id, organisation_id, handler_id, kind_id, closing_due_at, handle_due_at, reported_back_at, closed_at, returns, reworks,
    extensions, stage)
  where filed_at is not null;

-- All of China keeps UTC+8.
create function number_case() returns trigger
language plpgsql as $$
begin
  new.number := coalesce(new.number, to_char(new.found_at at time zone interval '8 hours', 'YYYYMMDD') || '-' || lpad(new.id::text, 6, '0'));
  return new;
end
$$;
create trigger number_case before insert on cases for each row execute function number_case();

-- What happened to a case, step by step. Never changed: what was wrong is put right by another step.
create table case_events (
  id bigint generated always as identity primary key,
  case_id integer not null references cases on delete cascade,
  number integer not null check (number > 0),
  -- Made by the device, where a step waits for a network.
  client_id uuid unique,
  action text not null check (action in ('collect', 'file', 'dismiss', 'dispatch', 'reassign', 'accept', 'return', 'ask_extension', 'extend',
    'refuse_extension', 'report_back', 'verify', 'rework', 'close', 'merge', 'urge', 'note')),
  stage text not null,
  at timestamptz not null default clock_timestamp(),
  account_id integer,
  -- Empty where the rule did it.
  account_name text not null,
  -- Whose it is from now on.
  organisation_id integer references organisations,
  handler_id integer references people,
  -- Deadlines from now on, where the step sets them.
  stage_due_at timestamptz,
  handle_due_at timestamptz,
  closing_due_at timestamptz,
  -- Asked for, or granted.
  until timestamptz,
  merged_into integer references cases,
  text text,
  unique (case_id, number)
);

create table case_event_photos (
  event_id bigint not null references case_events on delete cascade,
  photo_id integer not null references photos on delete cascade,
  primary key (event_id, photo_id)
);

-- What is said of a case is folded from its events, all of them, each time one is added.
create function fold_case_events() returns trigger
language plpgsql as $$
begin
  update cases set
    stage = folded.stage, version = folded.version, changed_at = folded.changed_at,
    organisation_id = folded.organisation_id, handler_id = folded.handler_id,
    stage_due_at = folded.stage_due_at, handle_due_at = folded.handle_due_at, closing_due_at = folded.closing_due_at,
    filed_at = folded.filed_at, dispatched_at = folded.dispatched_at, reported_back_at = folded.reported_back_at,
    closed_at = folded.closed_at, returns = folded.returns, reworks = folded.reworks, extensions = folded.extensions,
    extension_asked = folded.extension_asked, merged_into = folded.merged_into
  from (
    select case_id,
      (array_agg(stage order by number desc))[1] as stage,
      max(number) as version, max(at) as changed_at,
      -- Whoever sends it back has it no longer.
      (array_agg(organisation_id order by number desc) filter (where action in ('dispatch', 'reassign', 'return')))[1] as organisation_id,
      (array_agg(handler_id order by number desc) filter (where action in ('dispatch', 'reassign', 'return')))[1] as handler_id,
      (array_agg(stage_due_at order by number desc) filter (where action not in ('urge', 'note', 'ask_extension', 'refuse_extension')))[1] as stage_due_at,
      (array_agg(handle_due_at order by number desc) filter (where handle_due_at is not null))[1] as handle_due_at,
      (array_agg(closing_due_at order by number desc) filter (where closing_due_at is not null))[1] as closing_due_at,
      min(at) filter (where action = 'file') as filed_at,
      min(at) filter (where action = 'dispatch') as dispatched_at,
      max(at) filter (where action = 'report_back') as reported_back_at,
      max(at) filter (where action = 'close') as closed_at,
      count(*) filter (where action = 'return') as returns,
      count(*) filter (where action = 'rework') as reworks,
      count(*) filter (where action = 'extend') as extensions,
      (array_agg(case when action = 'ask_extension' then until end order by number desc)
        filter (where action in ('ask_extension', 'extend', 'refuse_extension', 'return', 'reassign', 'report_back', 'merge')))[1] as extension_asked,
      max(merged_into) as merged_into
    from case_events where case_id in (select case_id from added) group by case_id
  ) as folded
  where cases.id = folded.case_id;
  return null;
end
$$;
create trigger fold after insert on case_events referencing new table as added
  for each statement execute function fold_case_events();

-- What was filed in a month and is closed by now, so that years are counted without looking at each case. A closed case takes no further step, so
-- these only grow; what was still open at some moment is found by its range and counted one by one.
create index cases_open_at on cases using gist (tstzrange(filed_at, closed_at)) where filed_at is not null;
create table case_tallies (
  dimension text not null check (dimension in ('community', 'place', 'organisation', 'handler', 'kind')),
  -- First day of the month of filing, in China.
  month date not null,
  -- The community's code or the row's id; 0 where there is none.
  key bigint not null,
  closed integer not null,
  closed_on_time integer not null,
  handled integer not null,
  handled_on_time integer not null,
  returned integer not null,
  reworked integer not null,
  extended integer not null,
  primary key (dimension, month, key)
);
create function tally_closed_cases() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_tallies as tally (dimension, month, key, closed, closed_on_time, handled, handled_on_time, returned, reworked, extended)
  select dimension, date_trunc('month', after.filed_at at time zone interval '8 hours')::date, key, count(*),
    count(*) filter (where after.closed_at <= after.closing_due_at), count(after.reported_back_at),
    count(*) filter (where after.reported_back_at <= after.handle_due_at),
    count(*) filter (where after.returns > 0), count(*) filter (where after.reworks > 0), count(*) filter (where after.extensions > 0)
  from after join before using (id)
  cross join lateral (values ('community', after.community_code::bigint), ('place', after.place_id), ('organisation', coalesce(after.organisation_id, 0)),
    ('handler', coalesce(after.handler_id, 0)), ('kind', after.kind_id)) as told (dimension, key)
  where after.stage = 'closed' and before.stage <> 'closed' and after.filed_at is not null
  group by 1, 2, 3
  order by 1, 2, 3
  on conflict (dimension, month, key) do update set
    closed = tally.closed + excluded.closed, closed_on_time = tally.closed_on_time + excluded.closed_on_time,
    handled = tally.handled + excluded.handled, handled_on_time = tally.handled_on_time + excluded.handled_on_time,
    returned = tally.returned + excluded.returned, reworked = tally.reworked + excluded.reworked, extended = tally.extended + excluded.extended;
  return null;
end
$$;
create trigger tally_closed after update on cases referencing old table as before new table as after
  for each statement execute function tally_closed_cases();
revoke insert, update, delete on case_tallies from jiangli_application;

create function refuse_case_event_change() returns trigger
language plpgsql as $$ begin raise insufficient_privilege using message = 'steps of a case are never changed'; end $$;
create trigger refuse_change before update or truncate on case_events
  for each statement execute function refuse_case_event_change();
revoke update, delete on case_events from jiangli_application;

-- Days on which offices work although their weekday does not say so, or do not.
create table work_calendar_days (
  day date primary key,
  kind text not null check (kind in ('workday', 'holiday')),
  name text,
  source text not null
);

create trigger count_version before update on case_kinds for each row execute function count_version();
create trigger count_version before update on case_departments for each row execute function count_version();
select audit_table('case_kinds');
select audit_table('case_departments');
select audit_table('work_calendar_days');

insert into layer_version (layer) values ('cases');
create function raise_cases_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp() where layer = 'cases' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'cases', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on case_events
  for each statement execute function raise_cases_version();
create trigger raise_version after insert or update or delete on case_event_photos
  for each statement execute function raise_cases_version();
create trigger raise_version after insert or update or delete on case_kinds
  for each statement execute function raise_cases_version();
