-- Contacts are listed by name; a role is looked up by who holds it.
create index contact_name on contact (workspace_id, name, id);
create index role_assignment_contact on role_assignment (workspace_id, contact_id);
create index partner_user_organization on partner_user (workspace_id, organization_id);

-- One open assignment of a person to a role, however often two people press the button at once.
create unique index role_assignment_open on role_assignment (workspace_id, partnership_id, contact_id, role) where to_on is null;
