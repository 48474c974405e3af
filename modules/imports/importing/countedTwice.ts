import type { Id } from "#core/ids"
import { weekNumber } from "#core/time"
import { chosenSources } from "#modules/measurements"
import type { WorkspaceTx } from "#platform/tx"
import type { WeeklyRow, WeeklySource } from "#platform/weekly"
import type { Counted } from "#rules/measurements"
import type { Collected, Cover, Coverage } from "../rules.ts"

/** So many partners are looked at with one statement of each source. */
const batch = 500

/**
 * Tells of which partners' signals there is another record of the same weeks: once as acts and once as measured values, from another file or
 * entered in Keelson. One of the two counts, by signal; the answer says which each cover of this file is kept with, null where nothing is told
 * twice. Where a person has chosen for that very partner, nothing is asked: that holds.
 */
export const countedTwice = async (
  tx: WorkspaceTx,
  sources: readonly WeeklySource[],
  said: Coverage | undefined,
  remarks: Collected,
) => {
  const found = new Map<string, Counted>()
  for (const cover of said ? await toldOtherwise(tx, sources, said) : []) {
    const { partner, line, signal, from, until } = cover
    const about = { field: said?.field, value: signal }
    remarks.at(line)
    remarks.tell("told-twice", { ...about, text: `${partner}: ${from} – ${until}` })
    found.set(keyOf(cover), remarks.answerTo("told-twice", about) === "acts" ? "acts" : "measured")
  }
  return (cover: Cover): Counted | null => found.get(keyOf(cover)) ?? null
}

const keyOf = ({ partnershipId, signal }: Cover) => `${partnershipId} ${signal}`
const keyOfRow = ({ subject, signal }: Pick<WeeklyRow, "subject" | "signal">) => `${subject} ${signal}`

/** Covers of this file of whose weeks a record of the other sort has something. */
const toldOtherwise = async (
  tx: WorkspaceTx,
  sources: readonly WeeklySource[],
  said: Coverage,
): Promise<readonly Cover[]> => {
  const covered = new Set(said.covers.signals)
  const others = sources.filter(
    ({ isMeasured = false, tells }) =>
      isMeasured === said.isOfActs && (tells === undefined || tells.some((signal) => covered.has(signal))),
  )
  const found: Cover[] = []
  if (others.length === 0) return found
  for (const [subjects, covers] of byPartners(said.each())) {
    const rows = new Map<string, WeeklyRow[]>()
    const question = { subjects, knownAt: tx.now, lastWeek: weekNumber(tx.today) }
    for (const source of others)
      for (const row of await source.read(tx, question))
        if (covered.has(row.signal)) rows.set(keyOfRow(row), [...(rows.get(keyOfRow(row)) ?? []), row])
    if (rows.size === 0) continue
    const chosen = new Set((await chosenSources(tx, subjects, tx.now)).map(keyOfRow))
    found.push(
      ...covers.filter(
        (cover) => !chosen.has(keyOf(cover)) && rows.get(keyOf(cover))?.some((row) => hasWeekOf(row, cover)),
      ),
    )
  }
  return found
}

const hasWeekOf = ({ weeks }: WeeklyRow, { from, until }: Cover): boolean => {
  const [first, last] = [weekNumber(from), weekNumber(until)]
  return weeks.some((week) => first <= week && week <= last)
}

/** Covers come partner by partner. */
function* byPartners(covers: Iterable<Cover>): Iterable<readonly [subjects: readonly Id[], covers: readonly Cover[]]> {
  let taken: Cover[] = []
  let subjects = new Set<Id>()
  for (const cover of covers) {
    if (subjects.size === batch && !subjects.has(cover.partnershipId)) {
      yield [[...subjects], taken]
      taken = []
      subjects = new Set()
    }
    subjects.add(cover.partnershipId)
    taken.push(cover)
  }
  if (taken.length > 0) yield [[...subjects], taken]
}
