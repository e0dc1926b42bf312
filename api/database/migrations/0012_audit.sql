-- What was written, by whom, when and from where. Rows come from triggers only; the application's role may read them and no more.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  account_id integer,
  account_name text not null,
  -- Where the request came from, and how: `console`, `token`, `command_line`.
  address text,
  via text not null,
  action text not null check (action ~ '^[a-z][a-z_]*$'),
  -- The table, and the row's key in it.
  subject text not null,
  subject_id text,
  -- The thing on the map that it is about.
  layer text,
  object_id integer,
  before jsonb,
  after jsonb,
  -- Entries of one transaction belong together.
  transaction_id bigint not null default txid_current()
);
create index on audit_entries (layer, object_id, id);
create index on audit_entries (subject, subject_id, id);
create index on audit_entries (account_id, id);
create index on audit_entries (at);

create function refuse_audit_change() returns trigger
language plpgsql as $$ begin raise insufficient_privilege using message = 'audit entries are never changed'; end $$;
create trigger refuse_change before update or delete or truncate on audit_entries
  for each statement execute function refuse_audit_change();

-- `jiangli.actor` is set at the start of every writing transaction; what comes without it is written by the database's own user.
create function record_audit_entry(
  entry_action text, entry_subject text, entry_subject_id text, entry_layer text, entry_object_id integer,
  entry_before jsonb, entry_after jsonb
) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor jsonb := nullif(current_setting('jiangli.actor', true), '')::jsonb;
begin
  insert into audit_entries (account_id, account_name, address, via, action, subject, subject_id, layer, object_id, before, after)
  values ((actor ->> 'account_id')::integer, coalesce(actor ->> 'account_name', session_user), actor ->> 'address',
    coalesce(actor ->> 'via', 'database'), entry_action, entry_subject, entry_subject_id, entry_layer, entry_object_id,
    entry_before, entry_after);
end
$$;

-- Secrets never get into the record, a token's use is no change, and of the same place in three projections one is enough.
create function audited(whole jsonb) returns jsonb
language sql immutable parallel safe as $$
  select whole - array['password_hash', 'token_hash', 'last_used_at', 'geom_3857']
    - case when whole ? 'canonical' then array['geom'] else array[]::text[] end
$$;

create function record_write() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then audited(to_jsonb(old)) end;
  new_row jsonb := case when tg_op <> 'DELETE' then audited(to_jsonb(new)) end;
  row_now jsonb := coalesce(new_row, old_row);
  is_layer boolean := tg_nargs = 1 and tg_argv[0] = 'layer';
begin
  if old_row = new_row then return null; end if;
  perform record_audit_entry(lower(tg_op), tg_table_name,
    coalesce(row_now ->> 'id', row_now ->> 'account_id'),
    case when is_layer then tg_table_name else row_now ->> 'layer' end,
    (case when is_layer then row_now ->> 'id' else row_now ->> 'object_id' end)::integer,
    old_row, new_row);
  return null;
end
$$;

-- The owner of the tables may load in bulk, with one entry for all of it; the server never may.
create function is_recorded(writer name) returns boolean
language sql stable as $$
  select writer = 'jiangli_application' or coalesce(current_setting('jiangli.bulk', true), '') <> 'on'
$$;

create function audit_table(audited_table regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger record_write after insert or update or delete on %s
    for each row when (is_recorded(current_user)) execute function record_write()', audited_table);
end
$$;
select audit_table('organisations');
select audit_table('posts');
select audit_table('people');
select audit_table('tenures');
select audit_table('assignments');
select audit_table('accounts');
select audit_table('account_roles');
select audit_table('access_tokens');
select audit_table('import');
select audit_table('scheme');

-- Features that a file brought are told by the entry of their import; each of them carries its number.
create function audit_layer(layer_table regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger record_insert after insert on %s
    for each row when (new.import_id is null and is_recorded(current_user)) execute function record_write(''layer'')', layer_table);
  execute format('create trigger record_write after update or delete on %s
    for each row when (is_recorded(current_user)) execute function record_write(''layer'')', layer_table);
end
$$;

create or replace function register_layer(layer_table regclass) returns void
language plpgsql as $$
begin
  insert into layer_version (layer) values (layer_table::text);
  execute format(
    'create trigger raise_layer_version after insert or update or delete or truncate on %s
     for each statement execute function raise_layer_version()', layer_table);
  perform audit_layer(layer_table);
end
$$;
select audit_layer(layer::regclass) from layer_version where layer <> 'responsibility' order by layer;

-- The rights with which the server works. It owns nothing, so it can neither change the record nor take away what guards it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'jiangli_application') then
    create role jiangli_application nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'jiangli_application', 'member') then
    execute format('grant jiangli_application to %I', current_user);
  end if;
end
$$;
grant usage on schema public to jiangli_application;
grant select, insert, update, delete on all tables in schema public to jiangli_application;
revoke insert, update, delete on audit_entries, migration, database_identity from jiangli_application;
alter default privileges in schema public grant select, insert, update, delete on tables to jiangli_application;
