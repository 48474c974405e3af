-- contract: what is said again elsewhere goes: forget_mail(text[]) is called by nobody since 0410, and the security log is read by
-- security_log and door_log alone since 0351.
drop function forget_mail(text[]);
drop function security_events(uuid, text[], text, text, timestamptz, timestamptz, timestamptz, uuid, integer);
drop function door_events(jsonb, text, text, timestamptz, timestamptz, timestamptz, uuid, integer);
