import type { ownScores } from "#bench/drift/ownScore"
import type { Figure, scoresOf } from "#bench/drift/score"

export type Figures = Readonly<{ seed: number; partnerships: number; millisecondsEach: number }> &
  ReturnType<typeof scoresOf> &
  ReturnType<typeof ownScores>

const number = (value: number, digits: number): string =>
  (Number.isNaN(value) ? "-" : value.toFixed(digits)).padStart(6)
const ranged = ({ value, low, high }: Figure, digits = 2): string =>
  Number.isNaN(value)
    ? "     -"
    : `${number(value, digits)} (${number(low, digits).trim()} to ${number(high, digits).trim()})`

/** The figures for a terminal, one per line. */
export const printed = (of: Figures): string => {
  const line = (name: string, text: string, count?: number) =>
    `${name.padEnd(44)}${text.padEnd(28)}${count === undefined ? "" : `n = ${count}`}`
  const one = (name: string, found: Figure, digits = 2) => line(name, ranged(found, digits), found.count)
  const dating = ({ name, cover, error, bias, width }: Figures["kinds"][number]) =>
    `  ${name.padEnd(30)}${ranged(cover).padEnd(24)} error ${number(error.value, 0)}  bias ${number(bias.value, 1)}  width ${number(width.value, 1)}  n = ${cover.count}`
  return [
    `seed ${of.seed}, ${of.partnerships} partnerships, ${of.millisecondsEach.toFixed(1)} ms per partnership and asking`,
    one("recall of losses of 40 % and more", of.recall),
    one("false alarms per partnership-year", of.falseAlarms, 3),
    one("onset error, median, weeks", of.medianError, 0),
    one("onset error, 90 %, weeks", of.worstError, 0),
    one("detection delay, median, weeks", of.delay, 0),
    one("first side right", of.side),
    one("  a side named", of.sideNamed),
    one("  rightly, where named", of.sideRightly),
    one("cause named first right", of.first),
    one("cause among the first three", of.third),
    one("unaffected in a fallen market called drifting", of.market),
    one("grown by amendment called drifting", of.amended),
    one("recovered dip called drifting", of.dip),
    one("never well found", of.neverWell),
    one("Brier", of.brier, 3),
    "band holds the onset",
    ...of.kinds.map(dating),
    "by course and weeks",
    ...of.courses.map(dating),
    "by cause: drift found, cause named first",
    ...of.causes.map(
      ({ cause, recall, first }) =>
        `  ${cause.padEnd(30)}${ranged(recall).padEnd(24)} ${ranged(first)}  n = ${recall.count}`,
    ),
    "",
  ].join("\n")
}
