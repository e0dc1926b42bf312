-- Who works where: organisations with their posts, people who hold posts for a time, and what each person is responsible for.
create table organisations (
  id integer generated always as identity primary key,
  code text unique check (code <> ''),
  name text not null check (name <> ''),
  name_en text,
  kind text not null default 'other'
    check (kind in ('government', 'department', 'town', 'community', 'public_institution', 'enterprise', 'other')),
  -- The county, town or community that it belongs to, and so do its people.
  territory_code text not null check (territory_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  parent_id integer references organisations,
  telephone text,
  version integer not null default 1,
  unique (territory_code, name)
);

create table posts (
  id integer generated always as identity primary key,
  organisation_id integer not null references organisations,
  name text not null check (name <> ''),
  name_en text,
  duties text,
  version integer not null default 1,
  unique (organisation_id, name)
);

create table people (
  id integer generated always as identity primary key,
  code text unique check (code <> ''),
  name text not null check (name <> ''),
  name_en text,
  organisation_id integer not null references organisations,
  employment text check (employment in ('full_time', 'part_time')),
  -- Of the office, for everybody; the mobile number only for those who have the right.
  telephone text,
  mobile text,
  -- The first day on which the person is no longer there.
  left_on date,
  version integer not null default 1
);
create index on people (organisation_id);
create index on people (name);

create table tenures (
  id integer generated always as identity primary key,
  post_id integer not null references posts,
  person_id integer not null references people,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  version integer not null default 1
);
create index on tenures (person_id);
create index on tenures (post_id);

-- Object × role × person, from a day until before another.
create table assignments (
  id integer generated always as identity primary key,
  layer text not null references layer_version,
  object_id integer not null,
  role text not null check (role ~ '^[a-z][a-z_]*$'),
  standing text not null default 'A' check (standing in ('A', 'B', 'joint')),
  person_id integer not null references people,
  -- A stretch of a linear object, in its own chainage; without it, the whole object.
  chainage_from_m double precision check (chainage_from_m >= 0),
  chainage_to_m double precision,
  valid_from date not null default today(),
  valid_to date check (valid_to > valid_from),
  remark text,
  version integer not null default 1,
  check ((chainage_from_m is null) = (chainage_to_m is null)),
  check (chainage_to_m > chainage_from_m)
);
create index on assignments (layer, object_id);
create index on assignments (person_id);

create function count_version() returns trigger
language plpgsql as $$ begin new.version := old.version + 1; return new; end $$;
create trigger count_version before update on organisations for each row execute function count_version();
create trigger count_version before update on posts for each row execute function count_version();
create trigger count_version before update on people for each row execute function count_version();
create trigger count_version before update on tenures for each row execute function count_version();
create trigger count_version before update on assignments for each row execute function count_version();

-- Who writes waits for who wrote before, so that two who assign the same object can't both find it free.
create function queue_assignment_writers() returns trigger
language plpgsql as $$ begin perform pg_advisory_xact_lock(7412028); return null; end $$;
create trigger queue_writers before insert or update on assignments
  for each statement execute function queue_assignment_writers();
create trigger queue_writers before insert or update on tenures
  for each statement execute function queue_assignment_writers();

-- At any moment, each metre of an object has in each role at most one person in A and one in B, and nobody twice.
create function refuse_overlapping_assignments() returns trigger
language plpgsql as $$
declare
  clash record;
begin
  select one.id as one_id, other.id as other_id into clash
  from changed as one
  join assignments as other
    on other.layer = one.layer and other.object_id = one.object_id and other.role = one.role and other.id <> one.id
   and (other.person_id = one.person_id or (other.standing = one.standing and one.standing <> 'joint'))
   and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to)
   and (one.chainage_from_m is null or other.chainage_from_m is null
        or (one.chainage_from_m < other.chainage_to_m and other.chainage_from_m < one.chainage_to_m))
  limit 1;
  if found then
    raise exclusion_violation using
      message = format('assignment %s overlaps assignment %s', clash.one_id, clash.other_id), constraint = 'assignments_overlap';
  end if;
  return null;
end
$$;
create trigger refuse_overlap_inserted after insert on assignments
  referencing new table as changed for each statement execute function refuse_overlapping_assignments();
create trigger refuse_overlap_updated after update on assignments
  referencing new table as changed for each statement execute function refuse_overlapping_assignments();

create function refuse_overlapping_tenures() returns trigger
language plpgsql as $$
begin
  if exists (
    select from changed as one join tenures as other
      on other.person_id = one.person_id and other.post_id = one.post_id and other.id <> one.id
     and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to))
  then
    raise exclusion_violation using message = 'a person holds the same post twice at one time', constraint = 'tenures_overlap';
  end if;
  return null;
end
$$;
create trigger refuse_overlap_inserted after insert on tenures
  referencing new table as changed for each statement execute function refuse_overlapping_tenures();
create trigger refuse_overlap_updated after update on tenures
  referencing new table as changed for each statement execute function refuse_overlapping_tenures();

-- Open consoles hear of a change as they do of a layer's; all five tables answer one question, so they are one topic.
insert into layer_version (layer) values ('responsibility');

create function raise_responsibility_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp()
  where layer = 'responsibility' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'responsibility', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on organisations
  for each statement execute function raise_responsibility_version();
create trigger raise_version after insert or update or delete on posts
  for each statement execute function raise_responsibility_version();
create trigger raise_version after insert or update or delete on people
  for each statement execute function raise_responsibility_version();
create trigger raise_version after insert or update or delete on tenures
  for each statement execute function raise_responsibility_version();
create trigger raise_version after insert or update or delete on assignments
  for each statement execute function raise_responsibility_version();
