/**
 * People: the members of a workspace, the users of its partners, and the contacts who play a part in a partnership.
 * An account (how someone signs in) is not kept here; a person may have one account and many memberships.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { search } from "./search.ts"
import { signals } from "./signals.ts"

export const people = defineModule("people", {
  tables: {
    member: "host",
    partner_user: "host",
    invitation: "host",
    contact: "organization",
    role_assignment: "partnership",
  },
  actions,
  events,
  search,
  signals,
  jobs,
  importable: [importable],
})
