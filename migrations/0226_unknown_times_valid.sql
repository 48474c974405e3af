alter table deal validate constraint deal_registered_to;
alter table deal validate constraint deal_unclocked;
