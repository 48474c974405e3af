import type { WorkspaceTx } from "#platform/tx"
import type { Collected, Counted, Cover, Coverage } from "../rules.ts"
import { toldElsewhere } from "../store.ts"

/**
 * Tells of which partners' signals another file tells, too, in the same weeks: once as acts and once as measured values. One of the
 * two counts, by signal; the answer says which each cover of this file is kept with, null where nothing is told twice.
 */
export const countedTwice = async (tx: WorkspaceTx, said: Coverage | undefined, remarks: Collected) => {
  const chosen = new Map<string, Counted>()
  const keyOf = ({ partnershipId, signal }: Cover) => `${partnershipId} ${signal}`
  for (const cover of said ? await toldElsewhere(tx, said.each(), said.isOfActs) : []) {
    const { partner, line, signal, from, until } = cover
    const about = { field: said?.field, value: signal }
    remarks.at(line)
    remarks.tell("told-twice", { ...about, text: `${partner}: ${from} – ${until}` })
    chosen.set(keyOf(cover), remarks.answerTo("told-twice", about) === "acts" ? "acts" : "measured")
  }
  return (cover: Cover): Counted | null => chosen.get(keyOf(cover)) ?? null
}
