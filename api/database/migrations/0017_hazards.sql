-- Zones that were calculated from a fault, and what is found out about the sites in and near dangers.
alter table hazard_zones add column fault_id integer references faults on delete set null;
create index on hazard_zones (fault_id);

-- What is calculated and calculated anew on one day was in force for no day at all.
do $$
declare
  rule record;
begin
  for rule in
    select conname from pg_constraint
    where conrelid = 'hazard_zones'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%valid_to > valid_from%'
  loop
    execute format('alter table hazard_zones drop constraint %I', rule.conname);
  end loop;
end
$$;
alter table hazard_zones add check (valid_to >= valid_from);

-- A check of all sites of a territory.
create table site_checks (
  id integer generated always as identity primary key,
  territory_code text not null check (territory_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  day date not null,
  near_m double precision not null check (near_m >= 0),
  -- Kinds of key sites, and `shelter`.
  kinds jsonb not null,
  sites integer not null check (sites >= 0),
  clear integer not null check (clear >= 0),
  inside integer not null check (inside >= 0),
  near integer not null check (near >= 0),
  checked_at timestamptz not null default now(),
  account_name text not null,
  check (sites = clear + inside + near)
);
create index on site_checks (territory_code, id);

-- A site in or near a danger. A zone of a fault is told by the fault: calculated anew it is still the same danger.
create table site_findings (
  id integer generated always as identity primary key,
  site_layer text not null check (site_layer in ('key_sites', 'shelters')),
  site_id integer not null,
  hazard_layer text not null check (hazard_layer in ('faults', 'hazard_zones', 'geohazard_points')),
  hazard_id integer not null,
  -- Of the zone or point.
  hazard_kind text not null,
  hazard_name text not null,
  hazard_name_en text,
  relation text not null check (relation in ('inside', 'near')),
  -- To the zone's border, 0 inside of it; to the point.
  distance_m double precision not null check (distance_m >= 0),
  -- To the mapped line of the fault.
  line_distance_m double precision check (line_distance_m >= 0),
  verdict text not null check (verdict in ('do_not_build', 'investigate', 'danger', 'watch')),
  basis text,
  edition text,
  checked_on date not null,
  -- Whether the last check still found it; what was written about it stays in any case.
  present boolean not null default true,
  unique (site_layer, site_id, hazard_layer, hazard_id, hazard_kind)
);

-- What somebody wrote about a finding; the latest counts.
create table site_results (
  id integer generated always as identity primary key,
  finding_id integer not null references site_findings,
  result text not null check (result <> ''),
  follow_up text,
  due_on date,
  state text not null check (state in ('open', 'done')),
  written_at timestamptz not null default now(),
  account_id integer references accounts on delete set null,
  account_name text not null
);
create index on site_results (finding_id, id);
select audit_table('site_checks');
select audit_table('site_results');
