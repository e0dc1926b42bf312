-- Who may come in, and what each account may do where.
create table accounts (
  id integer generated always as identity primary key,
  -- Typed at sign-in, in any case.
  name text not null check (name ~ '^\S{2,60}$'),
  display_name text not null check (display_name <> ''),
  person_id integer references people,
  -- Argon2id in the PHC format.
  password_hash text not null,
  must_change_password boolean not null default false,
  disabled boolean not null default false,
  -- Its password is printed at every start: never served beyond the loopback address.
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create unique index on accounts (lower(name));
create trigger count_version before update on accounts for each row execute function count_version();

create table account_roles (
  account_id integer not null references accounts on delete cascade,
  role text not null check (role in ('viewer', 'planner', 'river_chief', 'emergency', 'dispatcher', 'administrator')),
  -- County, town or community; empty is everywhere.
  territory_code text not null check (territory_code ~ '^(\d{6}|\d{9}|\d{12})?$'),
  primary key (account_id, role, territory_code)
);

-- Tokens are kept as their SHA-256 only: who reads the table can't sign in with it.
create table sessions (
  token_hash text primary key,
  account_id integer not null references accounts on delete cascade,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  address text,
  agent text
);
create index on sessions (account_id);
create index on sessions (expires_at);

create table access_tokens (
  id integer generated always as identity primary key,
  account_id integer not null references accounts on delete cascade,
  name text not null check (name <> ''),
  token_hash text not null unique,
  read_only boolean not null default true,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index on access_tokens (account_id);

-- Counted by the name that was typed, whether there is such an account or not, so that being locked out says nothing about it.
create table sign_in_failures (
  name text primary key,
  failures integer not null,
  failed_at timestamptz not null,
  locked_until timestamptz
);

-- Servers keep who is signed in for a while; this tells them to ask again.
create function tell_access_changed() returns trigger
language plpgsql as $$ begin perform pg_notify('access_changed', ''); return null; end $$;
create trigger tell_changed after update or delete on accounts for each statement execute function tell_access_changed();
create trigger tell_changed after insert or update or delete on account_roles
  for each statement execute function tell_access_changed();
create trigger tell_changed after delete on sessions for each statement execute function tell_access_changed();
create trigger tell_changed after delete on access_tokens for each statement execute function tell_access_changed();
