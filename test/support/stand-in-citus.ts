import type pg from "pg"

/**
 * What `keelson distribute` asks of Citus, for a PostgreSQL without it: the same functions by name, which refuse what Citus 13 refuses
 * when a table is placed (create_distributed_table.c, foreign_constraint.c) and note the rest. Rows stay where they are.
 */
export const standInForCitus = (client: pg.ClientBase) => client.query(standIn)

const standIn = `
create table pg_dist_partition (logicalrelid regclass primary key, partmethod "char" not null, repmodel "char" not null, beside text);
create table pg_dist_node (nodename text, nodeport integer, isactive boolean, noderole text, refuses text);
create table pg_dist_asked (at bigint generated always as identity, what text);
grant select on pg_dist_node to public;

create function create_reference_table(t text) returns void language plpgsql as $$ begin
  if exists (select from pg_constraint where contype = 'f' and confrelid = t::regclass) then
    raise exception 'relation % is referenced by a foreign key from a local table', t;
  end if;
  if exists (select from pg_constraint where contype = 'f' and conrelid = t::regclass) then
    raise exception 'foreign keys from reference tables to others are not supported: %', t;
  end if;
  insert into pg_dist_partition values (t::regclass, 'n', 't', null);
end $$;

create function create_distributed_table(t text, by_column text, colocate_with text) returns void language plpgsql as $$ begin
  if exists (select from pg_dist_partition where logicalrelid = t::regclass) then raise exception 'table "%" is already distributed', t; end if;
  if exists (select from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid and t::regclass in (k.conrelid, k.confrelid)) then
    raise exception 'relation % has foreign keys with tables that are not placed beside it', t;
  end if;
  if exists (select from pg_trigger where tgrelid = t::regclass and not tgisinternal) then
    raise exception 'cannot distribute relation "%" because it has triggers', t;
  end if;
  if exists (select from pg_index i where i.indrelid = t::regclass and i.indisunique
      and not (select attnum from pg_attribute where attrelid = t::regclass and attname = by_column) = any(i.indkey)) then
    raise exception 'cannot create constraint on "%": unique constraints must include the distribution column', t;
  end if;
  if colocate_with <> 'none' and not exists (select from pg_dist_partition where logicalrelid = colocate_with::regclass and partmethod = 'h') then
    raise exception 'relation % is not distributed', colocate_with;
  end if;
  insert into pg_dist_partition values (t::regclass, 'h', 'c', colocate_with);
end $$;

create function truncate_local_data_after_distributing_table(t text) returns void language plpgsql as $$ begin
  if not exists (select from pg_dist_partition where logicalrelid = t::regclass) then
    raise exception 'supplied parameter is not a distributed relation: %', t;
  end if;
  insert into pg_dist_asked (what) values ('empty ' || t);
end $$;

create function create_distributed_function(f text) returns void language plpgsql as $$ begin
  insert into pg_dist_asked (what) values ('function ' || f::regprocedure::text);
end $$;

create function run_command_on_workers(command text) returns table (nodename text, nodeport integer, success boolean, result text)
  language plpgsql as $$ begin
  insert into pg_dist_asked (what) values (command);
  return query select n.nodename, n.nodeport, true, 'ok' from pg_dist_node n;
end $$;

create function citus_check_connection_to_node(name text, port integer) returns boolean language sql as $$
  select refuses is distinct from current_user from pg_dist_node where nodename = name and nodeport = port $$;
`
