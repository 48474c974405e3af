-- Since when a text waits to be approved at the host: the other side may know that, and nothing else of it.
alter table agreement_draft add column in_approval_since timestamptz;
