-- What a file did not say of a registration's times is told as unknown, and no time is reckoned from it.

-- How exactly registered_at is known; empty for what is registered here, where it is the instant.
alter table deal add column registered_to text;
alter table deal add constraint deal_registered_to check (registered_to in ('instant', 'day', 'unknown')) not valid;
-- A question that a file says of: when it was asked, and when it was answered.
alter table deal add column asked_at timestamptz;
alter table deal add column resumed_at timestamptz;
-- Why no clock can run for the answer: its submission, or a question, is not known to the instant.
alter table deal add column unclocked text;
alter table deal add constraint deal_unclocked check (unclocked in ('registration', 'question')) not valid;
