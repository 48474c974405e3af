import { abilityOf } from "#core/ability"
import { isRefusal } from "#core/refusal"
import { findPartnership, lockPartnership } from "#modules/partnerships"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { lessonWritten } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { decideLesson, mostAlike } from "../rules.ts"
import * as store from "../store.ts"

const mostShown = 5

type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>

const lessonView = async (tx: WorkspaceTx, { id, stage, endedOn }: Partnership): Promise<contract.Lesson> => {
  const row = await store.lessonOf(tx, id)
  const { why = null, writtenBy = null } = (await store.learntOf(tx, [id])).get(id) ?? {}
  return {
    ...{ isEnded: stage === "ended", endedOn, why, words: row?.words ?? null, writtenBy },
    ...{ writtenAt: row?.updatedAt ?? null, version: row?.version ?? 0 },
    abilities: { write: abilityOf(mayEditCandidates(tx.actor), decideLesson(stage)) },
  }
}

const get = action(contract.getLesson, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayReadCandidates,
  act: ({ tx }, partnership) => lessonView(tx, partnership),
})

const write = action(contract.writeLesson, {
  load: async (tx, { partnership }) => {
    const found = await lockPartnership(tx, partnership)
    const row = found && (await store.lessonOf(tx, found.id))
    return found && { found, row, version: row?.version ?? 0 }
  },
  may: mayEditCandidates,
  act: async ({ tx, actor }, { found, row }, { lesson: words }) => {
    const allowed = decideLesson(found.stage)
    if (isRefusal(allowed)) return allowed
    const writtenBy = readerOf(actor) ?? null
    const id = row?.id ?? newId()
    if (words === null) await store.lessons.remove(tx, id)
    else if (row) await store.lessons.save(tx, id, { words, writtenBy })
    else await store.lessons.insert(tx, { id, partnershipId: found.id, words, writtenBy })
    // The words stay in the lesson: the ledger is for ever, and what is learnt may be taken back.
    await tx.record(lessonWritten, { subjectId: id, partnershipId: found.id, payload: { isTakenAway: words === null } })
    return lessonView(tx, found)
  },
})

const like = action(contract.listLikeEnded, {
  load: (tx, { candidate }) => store.candidates.find(tx, candidate),
  may: mayReadCandidates,
  act: async ({ tx }, { id, organizationId }) => {
    const type = (await store.namesOf(tx, [id])).get(id)?.partnershipType
    if (!type) throw new Error("a candidate has a profile")
    const found = mostAlike({ type, ...(await store.factsOf(tx, organizationId)) }, await store.endedPartnerships(tx))
    const shown = found.slice(0, mostShown)
    const learnt = await store.learntOf(
      tx,
      shown.map((each) => each.id),
    )
    return {
      items: shown.map((each) => {
        const { why = null, words = null, writtenBy = null } = learnt.get(each.id) ?? {}
        return { id: each.id, name: each.name, endedOn: each.endedOn, by: [...each.by], why, words, writtenBy }
      }),
      found: found.length,
    }
  },
})

export const lessonActions = [get, write, like]
