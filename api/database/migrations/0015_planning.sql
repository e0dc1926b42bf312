-- Plans: changes of a scheme's grids, drawn step by step, checked, and published as the scheme's next revision.
alter table scheme add column revision integer not null default 1;
-- Whether each grid of cells must stay in one community.
alter table scheme add column within_community boolean not null default true;

-- Grids that no plan changes until they are unlocked. A lock stays with the code, whatever row holds it.
create table grid_locks (
  scheme text not null references scheme on delete cascade,
  code text not null check (code ~ '^\d{15}$'),
  primary key (scheme, code)
);

-- What is drawn and redrawn on one day was in force for no day at all.
do $$
declare
  rule record;
begin
  for rule in
    select conrelid::regclass as owner, conname from pg_constraint
    where conrelid in ('grids'::regclass, 'unit_cells'::regclass, 'assignments'::regclass)
      and contype = 'c' and pg_get_constraintdef(oid) like '%valid_to > valid_from%'
  loop
    execute format('alter table %s drop constraint %I', rule.owner, rule.conname);
    execute format('alter table %s add constraint %I check (valid_to >= valid_from)', rule.owner, rule.conname);
  end loop;
end
$$;

create table scheme_rules (
  id integer generated always as identity primary key,
  scheme text not null references scheme on delete cascade,
  -- Null: every level.
  level integer check (level between 1 and 9),
  rule text not null check (rule ~ '^[a-z][a-z_]*$'),
  severity text not null check (severity in ('error', 'warning', 'off')),
  minimum double precision,
  maximum double precision check (maximum >= minimum),
  source text,
  edition text,
  unique nulls not distinct (scheme, level, rule)
);

create table plans (
  id integer generated always as identity primary key,
  name text not null check (name <> ''),
  scheme text not null references scheme,
  territory_code text not null check (territory_code ~ '^(\d{6}|\d{9}|\d{12})$'),
  -- The scheme's when the plan was begun.
  base_revision integer not null,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
  author_id integer references accounts on delete set null,
  author_name text not null,
  effective_on date,
  remark text,
  -- By group of consequences, what the planner wants done with it.
  decisions jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index on plans (scheme, state);

-- One step is what one undo takes back.
create table plan_steps (
  plan_id integer not null references plans on delete cascade,
  number integer not null check (number > 0),
  edits jsonb not null,
  -- What the planner saw where the step changed something: the step holds as long as it still looks so.
  before jsonb not null,
  -- The outlines that the step gave the grids it changed.
  shapes jsonb not null,
  state text not null default 'done' check (state in ('done', 'undone', 'dropped')),
  primary key (plan_id, number)
);

create table plan_comments (
  id integer generated always as identity primary key,
  plan_id integer not null references plans on delete cascade,
  author_id integer references accounts on delete set null,
  author_name text not null,
  text text not null check (text <> ''),
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  resolved boolean not null default false,
  created_at timestamptz not null default now()
);
create index on plan_comments (plan_id);

create table plan_exceptions (
  id integer generated always as identity primary key,
  plan_id integer not null references plans on delete cascade,
  rule text not null,
  grid text not null,
  reason text not null check (reason <> ''),
  author_name text not null,
  unique (plan_id, rule, grid)
);

-- The way of a plan: who submitted, returned, approved, published it, and why.
create table plan_events (
  id integer generated always as identity primary key,
  plan_id integer not null references plans on delete cascade,
  at timestamptz not null default clock_timestamp(),
  account_name text not null,
  action text not null,
  reason text
);
create index on plan_events (plan_id);

create table scheme_revisions (
  id integer generated always as identity primary key,
  scheme text not null references scheme on delete cascade,
  number integer not null,
  plan_id integer references plans,
  effective_on date not null,
  published_at timestamptz not null default now(),
  account_name text not null,
  summary jsonb not null,
  -- The edit that leads back.
  back jsonb not null,
  unique (scheme, number)
);

create table grid_lineage (
  predecessor_id integer not null references grids on delete cascade,
  successor_id integer not null references grids on delete cascade,
  primary key (predecessor_id, successor_id)
);
create index on grid_lineage (successor_id);

create trigger count_version before update on plans for each row execute function count_version();

select audit_table('plans');
select audit_table('plan_comments');
select audit_table('plan_exceptions');
select audit_table('scheme_rules');
select audit_table('scheme_revisions');

insert into layer_version (layer) values ('plans');
create function raise_plans_version() returns trigger
language plpgsql as $$
declare
  raised bigint;
begin
  update layer_version set version = version + 1, changed_at = clock_timestamp() where layer = 'plans' returning version into raised;
  perform pg_notify('layer_changed', json_build_object('layer', 'plans', 'version', raised)::text);
  return null;
end
$$;
create trigger raise_version after insert or update or delete on plans
  for each statement execute function raise_plans_version();
create trigger raise_version after insert or update or delete on plan_comments
  for each statement execute function raise_plans_version();
create trigger raise_version after insert or update or delete on plan_exceptions
  for each statement execute function raise_plans_version();
