/**
 * People: who is invited, and the contacts who play a part in a partnership; members and partner users come and go by its acts.
 * Who may enter is kept by the workspace, and an account (how someone signs in) outside it: one account, many memberships.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { linkActs } from "./linkActs.ts"
import { personal } from "./personal.ts"
import { search } from "./search.ts"
import { signals } from "./signals.ts"

export { memberDeactivated, memberRoleChanged } from "./events.ts"
export { departures, hasInvited, sponsorChanged } from "./facts.ts"
export {
  arePeople,
  contactsNamed,
  contactsOfCompany,
  hasContact,
  hostSponsorsOf,
  lockContacts,
} from "./store.ts"

export const people = defineModule("people", {
  tables: {
    invitation: "host",
    contact: "organization",
    role_assignment: "partnership",
  },
  companyRows,
  personal: [personal],
  actions,
  events,
  search,
  signals,
  jobs,
  linkActs,
  importable: [importable],
  fixture,
})
