-- Nobody can choose a weekly mail, so that nobody may have chosen one: the list is the rule's (`mailChoices`).
update notification_preference set mail = 'daily' where mail = 'weekly';
alter table notification_preference drop constraint notification_preference_mail_check,
  add constraint notification_preference_mail_check check (mail in ('none', 'instant', 'daily'));
