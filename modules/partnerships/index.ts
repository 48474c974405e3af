/**
 * A partnership is the relationship between the host and one company (or several): its type, stage, owner and parties.
 * It is not the company itself (an organization), nor what was signed with it (agreements) or promised in it (commitments).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { personal } from "./personal.ts"

export { partnershipChanged, partnershipMoved, partnershipRecorded, partyLeft } from "./events.ts"

import { belongings } from "./belongings.ts"
import { demo } from "./demo.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { search } from "./search.ts"
import { subjects } from "./subjects.ts"

export { isLiveIn, partnershipNameOf } from "./facts.ts"
export { sideChoices } from "./importable/partnerChoices.ts"
export { openPartners, partnerField } from "./importable/partners.ts"
export { beginOn, moveTo } from "./moving.ts"
export { partyMeant } from "./partyMeant.ts"
export { personNow } from "./personNow.ts"
export {
  type CompanyNames,
  companiesBefallen,
  companiesOf,
  companyNames,
  countRunning,
  type FurtherParty,
  findPartnership,
  furtherParties,
  insertPartnership,
  lockPartnership,
  lockPartnerships,
  ofReader,
  ownersOf,
  partiesNow,
  partnershipsNamed,
  partnershipsOf,
} from "./store.ts"
export { abilitiesOf, partiesOf } from "./views.ts"

export const partnerships = defineModule("partnerships", {
  tables: {
    partnership: "partnership",
    partnership_party: "partnership",
    partnership_tag: "host",
    note: "partnership with privacy",
  },
  companyRows,
  personal: [personal],
  belongings,
  partnersWrite: { note: ["insert"] },
  actions,
  events,
  demo,
  search,
  importable: [importable],
  subjects,
  fixture,
})
