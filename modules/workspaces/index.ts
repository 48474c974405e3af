/**
 * A workspace is one tenant: the host company that runs it, its settings, and who may enter.
 * It is not an organization (a company one works with), and people's accounts live outside it.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { jobs } from "./jobs.ts"
import { personal } from "./personal.ts"

export { identityMails } from "./emails.ts"
export { demoFinished, memberJoined, workspaceChanged } from "./events.ts"
export { hasPartnerUsers, hasSeveralMembers, userNameOf } from "./facts.ts"
export { areAllDemo, foundWorkspace, setUpToken } from "./setUp.ts"
export {
  type AccessRow,
  accessOf,
  activeMembersByEmail,
  actorIn,
  actorSignedIn,
  admitPartnerUser,
  alarmBudgetThen,
  areActiveMembers,
  findMemberByUser,
  findRecipient,
  findWorkspace,
  giveAccessBack,
  hasFactor,
  insertMember,
  isActiveMember,
  lastActOn,
  listMembers,
  lockMember,
  lockOwners,
  lockWorkspace,
  type MemberRow,
  memberNow,
  ownName,
  peopleOfParty,
  saveMember,
  savePartnerUser,
  sidesOf,
  stillHere,
  takeAccessTwice,
} from "./store.ts"

export const workspaces = defineModule("workspaces", {
  tables: { idempotency_key: "person", member: "host", partner_user: "host" },
  companyRows,
  personal: [personal],
  partnersWrite: { idempotency_key: ["insert", "update"] },
  actions,
  events,
  jobs,
  fixture,
})
