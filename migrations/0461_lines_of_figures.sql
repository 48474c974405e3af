-- The line of the portfolio as it is answered, written beside the figures it shows, so that a page of fifty is read and sent, not made;
-- and the first day on which a figure may be another with nobody doing anything. Rows are filled by the next start of a worker.
alter table partnership_figures
  add column organization_id uuid,
  add column owner_id uuid,
  add column currency text,
  add column changes_on date,
  add column line text;
-- A line repeats titles, in which a name may stand: an erasure takes it out of both.
select personal('partnership_figures', '{"owner_id": "member", "line": "words"}');
