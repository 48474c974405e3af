import { weekFromNumber, weekNumber } from "#core/time"
import type { Series } from "#modules/signals"
import { readSeries } from "#modules/signals"
import type { DriftLoss } from "./contract.ts"
import { isCosted, isMoney, isStock } from "./rules/costed.ts"
import { lossOf } from "./rules/counterfactual.ts"
import { isSameSignal } from "./rules/finding.ts"
import { written } from "./rules/panel.ts"
import type { Assessment, OnsetDate } from "./rules.ts"

type SignalLoss = DriftLoss["losses"][number]

/** A partnership that drifts, its own series, and those of like partnerships that do not. */
export type Compared = Readonly<{
  finding: Assessment & Readonly<{ onset: OnsetDate }>
  currency: string
  lastWeek: number
  own: readonly Series[]
  like: readonly Series[]
}>

/** What the drift has cost per signal of pipeline and revenue; those that belong to the drift first, each from its own onset on. */
export const lossesForHost = ({ finding, currency, lastWeek, own, like }: Compared): SignalLoss[] =>
  own
    .map((series) => ({ series, read: readSeries(series, lastWeek), changed: changeIn(finding, series) }))
    .filter(({ read }) => isCosted(read.definition))
    .sort((a, b) => Number(!a.changed) - Number(!b.changed) || rank(a.series) - rank(b.series))
    .map(({ series: { signal, partyId, side }, read, changed }) => {
      const onset = changed ?? finding.onset
      const same = like.filter((each) => each.signal === signal && each.side === side)
      const window = { before: weekNumber(onset.low) - 1, since: weekNumber(onset.date), lastWeek }
      const loss = lossOf(
        read,
        same.map((each) => readSeries(each, lastWeek)),
        window,
      )
      const about = {
        signal,
        partyId,
        side,
        currency: isMoney(signal) ? currency : null,
        isStock: isStock(signal),
        since: onset.date,
      }
      if (typeof loss === "string") return { ...about, reason: loss, ...untold }
      const { total, perWeek, like: count } = loss
      const weeks = {
        firstWeek: weekFromNumber(loss.firstWeek),
        actual: written(loss.actual),
        wouldBe: written(loss.wouldBe),
      }
      return { ...about, reason: null, like: count, ...weeks, total, perWeek }
    })

const untold = { like: 0, firstWeek: null, actual: [], wouldBe: [], total: null, perWeek: null }

/** Money that came in, then money that may come, then counts. */
const rank = ({ signal }: Series): number => (isStock(signal) ? 1 : isMoney(signal) ? 0 : 2)

/** The onset of a signal that belongs to the drift. */
const changeIn = ({ signals }: Assessment, series: Series): OnsetDate | null =>
  signals.find((one) => isSameSignal(one, series) && one.changed)?.onset ?? null
