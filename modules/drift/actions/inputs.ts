import { weekFromNumber } from "#core/time"
import { findPartnership } from "#modules/partnerships"
import { buildSeries, readStored, weeksOf } from "#modules/signals"
import { action } from "#platform/action"
import type { Contributed } from "#platform/contributed"
import type { WorkspaceTx } from "#platform/tx"
import { decidedByPerson } from "../cases.ts"
import * as contract from "../contract.ts"
import { mayReadDrift } from "../policy.ts"
import { lastWeekKnown } from "../rules.ts"
import { detectionSettingsThen, marketStored, marketThen, pack, seenOn } from "../scan.ts"
import { casesOf, closedOn, findFinding, turningPoints } from "../store.ts"

type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>

const inputs = action(contract.getDriftInputs, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayReadDrift,
  act: async ({ tx, platform }, partnership) => {
    const { id, type } = partnership
    const { asOf, series, market } = await latest(tx, platform.contributed, partnership)
    const [packed] = await pack(tx, platform.contributed, [{ id, type, isScanned: true }], series, tx.now)
    if (packed === undefined) throw new Error("one partnership was asked for")
    const cases = await casesOf(tx, [id])
    const decided = decidedByPerson(cases)
    const { threshold, confirmed } = await detectionSettingsThen(tx, tx.now)
    return {
      partnershipId: id,
      type,
      asOf,
      series: packed.series.map(({ signal, partyId, side, firstWeek, actual, expected, n }) => ({
        signal,
        partyId,
        side,
        firstWeek: weekFromNumber(firstWeek),
        actual: weeksOf(actual),
        expected: expected && weeksOf(expected),
        n: n && weeksOf(n),
      })),
      events: (await turningPoints(tx, [id], tx.now, platform.contributed.events)).map(
        ({ side, partyId, partnershipId: _, ...event }) => ({
          ...event,
          side: side ?? null,
          partyId: partyId ?? null,
        }),
      ),
      market: market
        .filter((shock) => shock.type === type)
        .map(({ signal, week, size }) => ({ signal, week: weekFromNumber(week), size })),
      threshold,
      confirmed: confirmed.filter(({ partnership }) => partnership !== id).map(({ type, cause }) => ({ type, cause })),
      agreedFrom: packed.fromWeek === undefined ? null : weekFromNumber(packed.fromWeek),
      seenOn: seenOn(cases) ?? null,
      decidedOn: decided === undefined ? null : closedOn(tx, decided),
    }
  },
})

/** What the last scan read; where none has looked yet, what one would read now. */
const latest = async (tx: WorkspaceTx, contributed: Contributed, { id, type }: Partnership) => {
  const stored = await findFinding(tx, id)
  if (stored !== undefined) {
    const { asOf } = stored
    return { asOf, series: await readStored(tx, [id]), market: await marketStored(tx, type, asOf) }
  }
  const asOf = tx.today
  const series = await buildSeries(tx, contributed.signals, {
    subjects: [id],
    knownAt: tx.now,
    lastWeek: lastWeekKnown(asOf),
  })
  return { asOf, series, market: await marketThen(tx, contributed, { type, asOf, knownAt: tx.now }) }
}

export const inputActions = [inputs]
