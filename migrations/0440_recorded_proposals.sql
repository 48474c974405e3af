-- What one party says was agreed waits for the other's word as what it asked for does: the list of both is read by one index.
drop index promise_proposal_waiting;
create index promise_proposal_waiting on promise_proposal (workspace_id, party_id, proposed_at) where state in ('open', 'recorded');
