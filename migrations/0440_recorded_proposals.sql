-- outside a transaction
-- What one party says was agreed waits for the other's word as what it asked for does: the list of both is read by one index.
drop index concurrently if exists promise_proposal_asked;
create index concurrently promise_proposal_asked on promise_proposal (workspace_id, party_id, proposed_at) where state in ('open', 'recorded');
drop index concurrently if exists promise_proposal_waiting;
