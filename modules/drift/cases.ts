import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { type Assessment, mayHaveBegunBy } from "./rules.ts"

/** What a case decision needs to know of a case. */
export type KnownCase = Readonly<{
  state: "open" | "recovered" | "accepted" | "dismissed" | "ended"
  onsetLow: PlainDate
  onsetHigh: PlainDate
  firstSide: string
  cause: string | null
  /** The day a person or the machine closed it. */
  closedOn: PlainDate | null
}>

/** What a new finding means for the case of its partnership. */
export type CaseMove = "open" | "update" | "news" | "recover" | "withdraw" | "none"

/**
 * A drift opens one case and keeps it open until the same test says that it is over: who has an open case is held to a lower
 * level (see `levelFor`), so that a dip of the evidence is not a recovery. What a person dismissed or ended stays so
 * until a drift begins that is younger than their decision. "news" is an update worth telling: another cause, side or onset.
 */
export const decideCase = (
  finding: Assessment,
  open: KnownCase | undefined,
  closedByPerson: KnownCase | undefined,
): CaseMove => {
  if (open === undefined) return finding.drifting && !isSettled(finding, closedByPerson) ? "open" : "none"
  if (!finding.scored) return "withdraw"
  if (!finding.drifting) return "recover"
  const { onset, firstSide, causes } = finding
  const isMoved = onset !== null && (onset.date < open.onsetLow || onset.date > open.onsetHigh)
  return isMoved || firstSide !== open.firstSide || (causes[0]?.cause ?? null) !== open.cause ? "news" : "update"
}

/** A person closes a case that is open. */
export const decideClosing = ({ state }: Pick<KnownCase, "state">): true | Refusal<"case-closed"> =>
  state === "open" || refuse("case-closed", { state })

/** Why the machine closes a case. */
export type MachineReason = "signals-back" | "facts-withdrawn" | "partnership-ended"

/**
 * The latest case that a person closed for good. What the machine ended (facts were taken back, the partnership ended) settles
 * nothing: when they are imported again, or it is resumed, the drift is told again.
 */
export const decidedByPerson = <C extends Readonly<{ state: KnownCase["state"]; closeReason: string | null }>>(
  cases: readonly C[],
): C | undefined =>
  cases.find(({ state, closeReason }) => state === "dismissed" || (state === "ended" && !isByMachine(closeReason)))

const isByMachine = (reason: string | null): boolean =>
  (["facts-withdrawn", "partnership-ended"] satisfies MachineReason[]).some((each) => each === reason)

/** A person already decided about this drift: it began before they did, or may have, as long as nobody can date it. */
export const isSettled = (finding: Assessment, closed: KnownCase | undefined): boolean =>
  closed?.closedOn != null && mayHaveBegunBy(finding, closed.closedOn)
