-- What the portfolio is sorted and narrowed by of the partnership itself, beside the figures: then every order of it is one range of one index
-- of one table. Texts are in the order of their readers (0441) wherever they stand in an index.
alter table partnership_figures
  add column name text collate "und-x-icu",
  add column type text collate "und-x-icu",
  add column stage text collate "und-x-icu",
  add column tier text collate "und-x-icu",
  add column region text collate "und-x-icu",
  add column program text collate "und-x-icu",
  add column updated_at timestamptz;
