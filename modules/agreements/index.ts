/**
 * An agreement is what both sides signed: its term, notice, and the objectives and promises that come from its clauses.
 * It is not the promises themselves (commitments) nor the goals (objectives), which live on in modules of their own.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { approvables } from "./approvables.ts"
import { attention } from "./attention.ts"
import { companyRows } from "./companyRows.ts"
import { demo } from "./demo.ts"
import { events } from "./events.ts"
import { figures } from "./figures.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"
import { subjects } from "./subjects.ts"

export { decideApproved } from "./approving.ts"
export type { NextEnd } from "./contract.ts"
export { agreementContract } from "./documents/contract.ts"
export { againstVersion, type FileAgainst, type KeptInFile } from "./documents/wordTaken.ts"
export { decideReadyToSign, keepSealed, lockWithItsThing, putInForce } from "./drafts/putInForce.ts"
export { latestHeld, partiesNamed } from "./drafts/textView.ts"
export { makeVersion } from "./drafts/versions.ts"
export { surroundings } from "./drafts.ts"
export { agreementEntered, draftReviewed, versionMade } from "./events.ts"
export {
  agreedValue,
  firstInForceOn,
  hasAgreement,
  hasOpenTermsIn,
  inForceOf,
  isNoticeNearIn,
  nextEnd,
} from "./facts.ts"
export { todayOf, zoneOf } from "./noticeReckoner.ts"
export { speakersBut } from "./otherParties.ts"
export { mayAgree } from "./policy.ts"
export {
  type DraftRow,
  draftsNamed,
  draftsOf,
  findDraft,
  findVersion,
  hasVersion,
  latestVersion,
  lockDraft,
  numbersOf,
  versionNumbered,
  versionsNumbered,
} from "./store.ts"
export { type SpokenCommitment, type SpokenObjective, spokenTemplate } from "./templates/spoken.ts"
export { templateOf } from "./templates.ts"

export const agreements = defineModule("agreements", {
  tables: {
    agreement: "partnership",
    agreement_draft: "partnership with privacy",
    agreement_version: "partnership",
    version_consent: "partnership",
    notice_given: "partnership",
  },
  partnersWrite: { agreement_version: ["insert"], version_consent: ["insert"], notice_given: ["insert"] },
  personal: [personal],
  companyRows,
  actions,
  events,
  demo,
  figures: [figures],
  attention,
  jobs,
  news,
  importable: [importable],
  subjects,
  approvables,
  fixture,
})
