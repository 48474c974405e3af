-- outside a transaction
alter table agreement validate constraint agreement_notice_said;
drop index concurrently if exists agreement_renewing;
create index concurrently agreement_renewing on agreement (workspace_id, coalesce(last_notice_on, ends_on))
  where auto_renews and renewal_months is not null and state in ('in_force', 'amended');
