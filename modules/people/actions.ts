import { accept, read } from "./actions/accept.ts"
import { createContact, deleteContact, editContact, listContacts } from "./actions/contacts.ts"
import { invite, listInvitations, revoke } from "./actions/invitations.ts"
import { changeRole, deactivate, listMembers, reactivate } from "./actions/members.ts"
import { deactivatePartnerUser, listPartnerUsers } from "./actions/partnerUsers.ts"
import { assign, end, listPeople } from "./actions/roles.ts"

export const actions = [
  listMembers,
  changeRole,
  deactivate,
  reactivate,
  listPartnerUsers,
  deactivatePartnerUser,
  listInvitations,
  invite,
  revoke,
  read,
  accept,
  listContacts,
  createContact,
  editContact,
  deleteContact,
  listPeople,
  assign,
  end,
]
