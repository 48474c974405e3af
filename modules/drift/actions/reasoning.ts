import { findPartnership } from "#modules/partnerships"
import { readStored } from "#modules/signals"
import { action } from "#platform/action"
import type { Contributed } from "#platform/contributed"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { mayReadDrift } from "../policy.ts"
import { reconsider, summariseLike } from "../rules.ts"
import { detectionSettingsThen, marketStored, pack } from "../scan.ts"
import { type CaseRow, countLikeCases, findCase, findFinding } from "../store.ts"

type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>

const reasoning = action(contract.getDriftReasoning, {
  load: (tx, input) => findCase(tx, input.case),
  may: mayReadDrift,
  act: async ({ tx, platform }, row) => {
    const partnership = await findPartnership(tx, row.partnershipId)
    if (partnership === undefined) throw new Error(`case ${row.id} is about no partnership`)
    return {
      likeCases: await likeCases(tx, partnership, row),
      whatWouldChange: row.state === "open" ? await askAgain(tx, platform.contributed, partnership, row) : null,
    }
  },
})

const likeCases = async (tx: WorkspaceTx, { type }: Partnership, { id: caseId, cause }: CaseRow) => {
  if (cause === null) return null
  const { confirmed, ...counts } = summariseLike(await countLikeCases(tx, { caseId, type, cause }))
  return { ...counts, confirmed: [...confirmed] }
}

/** The question of the last scan, asked again with one thing changed at a time. */
const askAgain = async (tx: WorkspaceTx, contributed: Contributed, { id, type }: Partnership, row: CaseRow) => {
  const stored = await findFinding(tx, id)
  const series = await readStored(tx, [id])
  const [packed] = await pack(tx, contributed, [{ id, type, isScanned: true }], series, tx.now)
  if (stored === undefined || packed === undefined) return null
  const { asOf } = stored
  const question = { asOf, market: await marketStored(tx, type, asOf), ...(await detectionSettingsThen(tx, tx.now)) }
  const told = reconsider({ ...packed, seenOn: row.detectedOn }, question)
  if (told === undefined) return null
  const { without, carriedBy, events, weeks, ...rest } = told
  return { ...rest, without: [...without], carriedBy: [...carriedBy], events: [...events], weeks: [...weeks] }
}

export const reasoningActions = [reasoning]
