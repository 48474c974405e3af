import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { agreementEntered, findDraft, inForceOf } from "#modules/agreements"
import { lockPartnership, partiesNow } from "#modules/partnerships"
import { readStart } from "#modules/tasks"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import { beginsOn } from "./rules.ts"
import { followStage, stageJobs } from "./stage.ts"
import { begin } from "./starting.ts"
import * as store from "./store.ts"

/** The first agreement with a partner begins its onboarding, where the workspace named a plan for its type and wants that. */
const beginItself = async (tx: Tx<System>, platform: Platform, partnershipId: Id, agreementId: Id): Promise<void> => {
  const partnership = await lockPartnership(tx, partnershipId)
  const agreement = (await inForceOf(tx, [partnershipId])).find(({ id }) => id === agreementId)
  const startsOn = agreement && beginsOn(agreement.startsOn, tx.today)
  if (!partnership || !startsOn || (await store.onboardingsOf(tx, partnershipId)).length > 0) return
  const named = await store.namedFor(tx, partnership.type as PartnershipType)
  if (!named?.startsItself) return
  const about = { planTemplate: named.templateId, subjectKind: "partnership", subjectId: partnershipId }
  for (const partyId of (await partiesNow(tx, partnership)).companies) {
    const plan = await readStart(tx, { ...about, party: partyId }, platform)
    const begun = plan && (await begin(tx, plan, { partnershipId, partyId, startsOn }))
    // A plan that was archived since begins nothing; the page of the plans says so.
    if (!begun || isRefusal(begun)) return
  }
}

const agreementInForce = workspaceJob({
  name: "onboarding.begin",
  payload: eventPayload,
  on: [agreementEntered],
  run: ({ partnershipId, subjectId }, { transact, platform }) =>
    transact(async (tx) => {
      if (partnershipId === null) return
      await beginItself(tx, platform, partnershipId, subjectId)
      // What was taken over from elsewhere came with the stage that somebody said it was in.
      if (await findDraft(tx, subjectId)) await followStage(tx, "signed", partnershipId)
    }),
})

export const jobs = [agreementInForce, ...stageJobs]
