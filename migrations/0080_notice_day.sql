-- The last workday on which notice can be given, kept by agreements for everyone who asks: it depends on the country's calendar,
-- which SQL does not know. Here Saturdays and Sundays alone are left out; the server sets the rest right when it starts.
alter table agreement add column notice_on date;

alter table agreement no force row level security;
update agreement set notice_on = ends_on - notice_days - case extract(isodow from ends_on - notice_days) when 6 then 1 when 7 then 2 else 0 end
  where ends_on is not null and notice_days is not null;
alter table agreement force row level security;

alter table agreement add constraint agreement_notice_on check (
  (notice_on is null) = (ends_on is null or notice_days is null) and notice_on <= ends_on - notice_days);

drop index agreement_notice;
create index agreement_notice on agreement (workspace_id, notice_on) where notice_on is not null;
