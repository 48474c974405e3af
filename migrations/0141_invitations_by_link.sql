-- Invitations are mailed links. Those that are in mailboxes go on working: each gets its row here, found by the same hash; its id is
-- the invitation's. The column stays for a server of the earlier release that runs beside this one, which fills it; so does its function.
insert into link (workspace_id, id, act, subject_id, party_id, name, email, token_hash, issued_at, expires_at, mailed_at)
  select workspace_id, id, 'accept_invitation', id, coalesce(organization_id, workspace_id), '', email, token_hash,
    least(created_at, expires_at - interval '1 second'), expires_at, created_at
  from invitation;
alter table invitation alter column token_hash drop not null;
