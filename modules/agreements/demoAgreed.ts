import type { System } from "#core/actor"
import { periodEnd } from "#core/periods"
import { addDays, startOfDayIn } from "#core/time"
import type { DemoPartnership } from "#platform/demo"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { textHash } from "./drafts/versions.ts"
import { readyText } from "./library.ts"
import type { Content } from "./rules.ts"
import * as store from "./store.ts"

/** What is agreed before a joint project begins: the ready clauses on secrets and on people's data, and how it ends. */
const kept = ["parties", "customer-data", "data-protection", "confidentiality", "term", "law-courts"]

/** An agreement whose words both sides hold to be the ones, so that it can be signed. */
export const secretsAgreed = async (tx: Tx<System>, of: DemoPartnership): Promise<void> => {
  const { workspaceId, timeZone } = tx.actor
  const startsOn = addDays(of.today, 10)
  const content: Content = {
    title: "Confidentiality and customer data",
    ...{ startsOn, endsOn: periodEnd(startsOn, 36), autoRenews: false, objectives: [], commitments: [] },
  }
  const draft = { id: newId(), partnershipId: of.id, kind: "first", state: "in_review", content } as const
  await store.insertDraft(tx, draft)
  const ready = readyText(of.type as PartnershipType, of.say).text
  const text = {
    terms: { governing_law: "German law" },
    clauses: ready.clauses.filter(({ key }) => kept.includes(key)),
  }
  const version = await store.insertVersion(tx, {
    ...{ id: newId(), partnershipId: of.id, draftId: draft.id, number: 1, text, content },
    ...{ hash: textHash({ text, content }), partyId: workspaceId, proposalId: null, madeBy: of.owner.userId },
    madeAt: startOfDayIn(timeZone, addDays(of.today, -6)),
  })
  for (const [partyId, agreedBy, days] of [
    [workspaceId, of.owner.userId, -4],
    [of.organizationId, null, -3],
  ] as const)
    await store.insertConsent(tx, {
      ...{ id: newId(), partnershipId: of.id, versionId: version.id, partyId, agreedBy },
      agreedAt: startOfDayIn(timeZone, addDays(of.today, days)),
    })
}
