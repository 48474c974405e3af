/**
 * An organization is a company that is or may become a partner: what it is called, where it works, what it can do.
 * It is not the relationship with it (a partnership), and not a customer (an account).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { personal } from "./personal.ts"
import { search } from "./search.ts"

export { organizationRecorded } from "./events.ts"
export { organizationMarkTable, organizationTable } from "./importable.ts"
export { organizationMeant } from "./recordOrganization.ts"
export { type FurtherMark, furtherMarks } from "./store/marks.ts"
export {
  bearerOfId,
  changeOrganization,
  insertMarks,
  lockOrganizations,
  marksOf,
  type OrganizationChange,
  type OrganizationMark,
  removeMarks,
  removeOrganization,
  restoreOrganization,
  type WholeOrganization,
  wholeOrganizations,
} from "./store/merging.ts"
export { allOrganizations, findOrganization, findSimilar, insertOrganization, type KnownOrganization } from "./store.ts"

export const organizations = defineModule("organizations", {
  tables: { organization: "organization", organization_mark: "host" },
  companyRows,
  personal: [personal],
  actions,
  events,
  search,
  importable: [importable],
  fixture,
})
