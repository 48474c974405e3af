-- The version whose words an amendment began with: another amendment that changes the words meanwhile is not lost over it.
alter table agreement_draft add column base_version_id uuid;
alter table agreement_draft add foreign key (workspace_id, base_version_id) references agreement_version;
create index agreement_draft_base_version on agreement_draft (workspace_id, base_version_id) where base_version_id is not null;
