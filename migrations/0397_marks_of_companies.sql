-- By what else a company is known: further web domains, ids of other systems and names that a file brought. Domains stand in the company's
-- own list too; this says which import added them, so that undoing it takes them out again.
create table organization_mark (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('domain', 'external_id', 'name')),
  value text not null check (char_length(value) between 1 and 500),
  import_id uuid,
  created_at timestamptz not null,
  retracted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization on delete cascade
);
create index organization_mark_of on organization_mark (workspace_id, organization_id);
create index organization_mark_import on organization_mark (workspace_id, import_id) where import_id is not null;
select protect('organization_mark', 'host');
