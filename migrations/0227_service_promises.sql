-- A service promise ("answered within 16 business hours") has an occurrence for each clock that ends, and none by a rhythm.

-- What the service is: the word of the clocks that are its occurrences.
alter table commitment add column service text;
alter table commitment add constraint commitment_service check (service in ('deal_answer')) not valid;
alter table occurrence add column clock_id uuid;
-- When a clock made it; empty for what a rhythm made, which is known as soon as the promise is.
alter table occurrence add column made_at timestamptz;
-- Of what a clock made there is no day by a rhythm. While servers of the version before read the column and keep by it each day once, it holds a
-- number there, counted in days from 0001-01-01, and nobody reads it.
-- What it is about was recorded wrongly: it was neither kept nor missed.
alter table clock add column voided_at timestamptz;
