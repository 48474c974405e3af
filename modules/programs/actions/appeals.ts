import { isRefusal, refuse } from "#core/refusal"
import { ownName } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { appealTermsOf } from "../appeals.ts"
import * as contract from "../contract.ts"
import { appealMade, appealWithdrawn } from "../events.ts"
import { mayAppeal } from "../policy.ts"
import { appealableOf, decideOpenAppeal } from "../rules.ts"
import * as store from "../store.ts"
import { appealViews, tierNamed } from "../view.ts"

const viewOf = async (tx: WorkspaceTx, row: store.AppealRow) => {
  const [view] = await appealViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}

const appeal = action(contract.appealTier, {
  load: (tx, { enrolment }) => store.enrolments.find(tx, enrolment),
  may: mayAppeal,
  act: async ({ tx, today, actor }, { id, partnershipId, standing, graceUntil, endedOn }, { words }) => {
    if (endedOn !== null) return refuse("nothing-to-appeal")
    const against = appealableOf({
      decided: await store.lastMovement(tx, id),
      appeals: await store.appealsOf(tx, [id]),
      ...{ graceUntil, terms: appealTermsOf(standing), today },
    })
    if (isRefusal(against)) return against
    const { id: evaluationId, tierBefore, standing: then } = against.decided
    if (tierBefore === null) return refuse("nothing-to-appeal")
    const tierName = tierNamed(then, tierBefore) ?? tierBefore
    const row = await store.insertAppeal(tx, {
      ...{
        id: newId(),
        partnershipId,
        enrolmentId: id,
        evaluationId,
        program: then.program,
        tier: tierBefore,
        tierName,
      },
      ...{ words, appealedBy: actor.userId ?? "", appealedByName: await ownName(tx) },
    })
    if (!row) return refuse("appealed-already")
    const payload = { program: then.program, tier: tierName }
    await tx.record(appealMade, { subjectId: row.id, partnershipId, payload })
    return viewOf(tx, row)
  },
})

const withdraw = action(contract.withdrawAppeal, {
  load: (tx, { appeal: id }) => store.appeals.lock(tx, id),
  may: mayAppeal,
  act: async ({ tx, now }, row) => {
    const open = decideOpenAppeal(row)
    if (isRefusal(open)) return open
    const { id, partnershipId, program, tierName } = row
    const saved = await store.appeals.save(tx, id, { state: "withdrawn", closedAt: now })
    await tx.record(appealWithdrawn, { subjectId: id, partnershipId, payload: { program, tier: tierName } })
    return viewOf(tx, saved)
  },
})

export const appealActions = [appeal, withdraw]
