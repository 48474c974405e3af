-- One spelling of event kinds: words within a part are joined by an underscore, as everywhere in the data.
update event set kind = 'member.role_changed' where kind = 'member.role-changed';
update event set kind = 'partner_user.joined' where kind = 'partner-user.joined';
update event set kind = 'partner_user.deactivated' where kind = 'partner-user.deactivated';
update event set subject_type = 'partner_user' where subject_type = 'partner-user';
