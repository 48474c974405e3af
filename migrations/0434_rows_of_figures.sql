-- Each partnership has its row from here on, so that a list by figures holds all of them; the next start of a worker fills them, page by page.
insert into partnership_figures (workspace_id, partnership_id) select workspace_id, id from partnership on conflict do nothing;
