import { daysBetween } from "#core/time"
import { type Assessment, type Subject, standingOf } from "#rules/drift"
import { sentence } from "./sentence.ts"
import { sparkline } from "./sparkline.ts"

const width = 100

/** The portfolio as a person would report it: the answer, the table, then each case with its evidence. */
export const report = (findings: readonly Assessment[], subjects: readonly Subject[], asOf: string): string => {
  const drifting = findings.filter((one) => one.drifting).sort((a, b) => (since(a) > since(b) ? -1 : 1))
  const rest = findings.filter((one) => !one.drifting)
  const bySubject = new Map(subjects.map((subject) => [subject.partnership, subject]))
  const cases = drifting.flatMap((finding) => ["", ...caseLines(finding, bySubject.get(finding.partnership))])
  return [
    ...wrap(opening(findings, asOf), ""),
    "",
    tableRow(["partnership", "state", "since about", "between", "seen on", "first", "P"]),
    "-".repeat(width),
    ...[...drifting, ...rest].map(tableLine),
    ...cases,
    "",
    ...rest.flatMap((finding) => wrap(`${finding.partnership}: ${sentence(finding)}`, "")),
  ].join("\n")
}

/** The answer in a sentence. Who has fallen silent is told apart: nothing happens there any more, whatever led to it. */
export const opening = (findings: readonly Assessment[], asOf: string): string => {
  const count = (state: string) => findings.filter((one) => stateOf(one) === state).length
  const [drifting, silent, market, unscored] = ["drifting", "silent", "market", "not scored"].map(count) as [
    ...[number, number, number, number],
  ]
  const more = [
    silent > 0 ? `${silent} ${silent === 1 ? "has" : "have"} gone silent` : undefined,
    market > 0 ? `${market} moved with the market only` : undefined,
    unscored > 0 ? `${unscored} not scored` : undefined,
  ].filter((part) => part !== undefined)
  const verb = drifting === 1 ? "is" : "are"
  const tail = more.length > 0 ? `; ${more.join("; ")}` : ""
  return `${drifting} of ${findings.length} partnerships ${verb} drifting as of ${asOf}${tail}.`
}

/** The latest first: what is too early to date has only just been seen. */
const since = ({ onset, detectedOn }: Assessment): string => onset?.date ?? detectedOn ?? ""

const columns = [22, 11, 13, 25, 12, 13, 4]
const tableRow = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => cell.slice(0, (columns[i] as number) - 1).padEnd(columns[i] as number))
    .join("")
    .trimEnd()

const tableLine = (finding: Assessment): string => {
  const { partnership, detectedOn, firstSide, probability } = finding
  const onset = finding.onset ?? (finding.silentSince ? finding.episodes.at(-1)?.onset : undefined)
  const { changedSince } = finding
  const between = onset ? `${onset.low} - ${onset.high}` : changedSince ? `not before ${changedSince}` : ""
  // How sure a fall is says nothing of a silence, which is plain to see.
  const isOnlySilent = finding.silentSince !== null && !finding.drifting
  const certainty =
    finding.scored && !isOnlySilent ? (probability > 0.995 ? "99+" : String(Math.round(probability * 100))) : ""
  return tableRow([
    partnership,
    stateOf(finding),
    onset?.date ?? (changedSince ? "too early" : (finding.silentSince ?? "")),
    between,
    detectedOn ?? "",
    firstSide ?? "",
    certainty,
  ])
}

const stateOf = (finding: Assessment): string => {
  const standing = standingOf(finding)
  return standing === "steady" && finding.market ? "market" : standing.replace("_", " ")
}

const caseLines = (finding: Assessment, subject: Subject | undefined): string[] => {
  const events = finding.causes[0]?.evidence.flatMap((one) => ("event" in one ? [one] : [])) ?? []
  return [
    finding.partnership.toUpperCase(),
    ...wrap(sentence(finding), "  "),
    ...(subject?.signals ?? []).map(
      (signal) => `  ${sparkline(signal, finding.onset?.date, width - 30)}  ${signal.definition.key}`,
    ),
    ...events.flatMap(({ event, occurredOn, side }) =>
      wrap(`evidence: ${event}${side ? ` (${side})` : ""} on ${occurredOn}${age(occurredOn, finding)}`, "  "),
    ),
  ]
}

const age = (occurredOn: string, { onset }: Assessment): string => {
  if (onset === null) return ""
  const days = daysBetween(occurredOn, onset.date)
  return days >= 0 ? `, ${days} days before the onset` : `, ${-days} days after the onset`
}

const wrap = (text: string, indent: string): string[] => {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > width && line.trim() !== "") {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
