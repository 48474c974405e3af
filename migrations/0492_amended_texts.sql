-- The version whose words an amendment began with: another amendment that changes the words meanwhile is not lost over it.
alter table agreement_draft add column base_version_id uuid;
alter table agreement_draft add constraint agreement_draft_base_version_fkey
  foreign key (workspace_id, base_version_id) references agreement_version not valid;
