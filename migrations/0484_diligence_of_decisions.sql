-- How the due diligence of a candidate stood when it was decided on, and why it was approved although a check met something.
alter table candidate_decision
  add column diligence jsonb not null default '{}',
  add column diligence_reason text;
select personal('candidate_decision', '{"diligence": "nobody", "diligence_reason": "words"}');
