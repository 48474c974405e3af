-- contract: nothing that the version before uses goes: its files have a partnership, as all have had since 0110, and its candidates come by
-- what the check names as before.

-- Files of whoever applies belong to no partnership yet; a partner never sees those.
alter table file alter column partnership_id drop not null;

alter table candidate drop constraint candidate_source_kind_check;
alter table candidate add constraint candidate_source_kind_check check (source_kind in
  ('referral', 'event', 'inbound', 'research', 'customer', 'partner', 'application', 'other')) not valid;
