import type { AgeRow } from "./ages.ts"
import type { Dating } from "./ownScore.ts"
import type { Outcome } from "./results.ts"
import { ranged, table } from "./table.ts"

/** Every method beside ours. */
export const compared = ({ rows }: Outcome): string =>
  table(
    [
      "method",
      "recall",
      "false alarms a year",
      "onset error, median",
      "onset error, 90 %",
      "delay",
      "lead before revenue",
      "Brier",
    ],
    rows.map(({ name, scores }) => [
      name,
      ranged(scores.recall),
      ranged(scores.falseAlarms, 3),
      ranged(scores.medianError, 0),
      ranged(scores.worstError, 0),
      ranged(scores.delay, 0),
      ranged(scores.lead, 0),
      ranged(scores.brier, 3),
    ]),
  )

/** How well onsets are dated, by kind or course. */
export const dated = (head: string, rows: readonly Dating[]): string =>
  table(
    [head, "cases", "band holds the onset", "median error, weeks", "mean of found minus true", "mean width, weeks"],
    rows.map(({ name, cover, error, bias, width }) => [
      name,
      String(cover.count),
      ranged(cover),
      ranged(error, 0),
      ranged(bias, 1),
      ranged(width, 0),
    ]),
  )

/** By the weeks since the onset: found, of these too early to date, and dated right where dated. */
export const agedTable = (own: Outcome, heldOut: Outcome, sudden: readonly AgeRow[]): string =>
  table(
    [
      "weeks since the onset",
      ...["sudden falls", "own worlds", "held-out worlds"].flatMap((of) => [
        `${of}: found`,
        "of these too early to date",
        "else the band holds the onset",
      ]),
    ],
    sudden.map(({ age }, i) => [
      String(age),
      ...[sudden[i], own.ages[i], heldOut.ages[i]].flatMap((row) => [
        row ? ranged(row.found) : "-",
        row && row.tooEarly.count > 0
          ? `${Math.round(row.tooEarly.value * row.tooEarly.count)} of ${row.tooEarly.count}`
          : "-",
        row ? `${ranged(row.holds)} of ${row.holds.count}` : "-",
      ]),
    ]),
  )

/** Who was first, why, and what is no drift. */
export const answered = (own: Outcome["own"], heldOut: Outcome["own"]): string => {
  type Asked = "side" | "sideNamed" | "sideRightly" | "first" | "third" | "market" | "amended" | "dip" | "neverWell"
  const row = (name: string, key: Asked) => [name, ranged(own[key]), ranged(heldOut[key])]
  return table(
    ["question", "own worlds", "held-out worlds"],
    [
      row("first side right, where one side was first", "side"),
      row("a side named there; the others are undetermined", "sideNamed"),
      row("named rightly, of those named", "sideRightly"),
      row("cause named first is right", "first"),
      row("cause among the first three", "third"),
      row("unaffected partnerships of a fallen market called drifting", "market"),
      row("partnerships with a growth amendment called drifting", "amended"),
      row("partnerships that recovered from a dip called drifting", "dip"),
      row("never well from the start, found", "neverWell"),
    ],
  )
}

/** By cause: found, and named first where found. */
export const byCause = (own: Outcome["own"], heldOut: Outcome["own"]): string =>
  table(
    ["cause", "own: drift found", "cause named first", "held-out: drift found", "cause named first"],
    own.causes.map(({ cause, recall, first }) => {
      const other = heldOut.causes.find((one) => one.cause === cause)
      return [
        cause.replaceAll("_", " "),
        ranged(recall),
        ranged(first),
        other ? ranged(other.recall) : "-",
        other ? ranged(other.first) : "-",
      ]
    }),
  )
