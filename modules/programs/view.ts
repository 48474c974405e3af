import { abilityOf } from "#core/ability"
import type { WorkspaceTx } from "#platform/tx"
import type * as contract from "./contract.ts"
import { mayEditPrograms } from "./policy.ts"
import { decideOngoing, type Line, missingOf, progressOf } from "./rules.ts"
import * as store from "./store.ts"

/** What the reader may see of sources: their names, and whether what is out of sight hides a number. */
type Sight = Readonly<{ nameOf: (id: string) => string | undefined; isPartner: boolean }>

/** Of these a source has a name, and who may not see the thing does not hear of it. */
const hasName: Readonly<Record<Line["kind"], boolean>> = {
  ...{ won: true, certified: true, agreement: true },
  ...{ metric: false, by_hand: false },
}

/**
 * A line as one reader sees it. In a partnership of several companies a company reads a number only where it may see all that it was counted
 * from: with its own part it would know the others'.
 */
const lineView = ({ sources: all, ...line }: Line, { nameOf, isPartner }: Sight): contract.LineView => {
  const sources = all.flatMap(({ id, on, value }) => {
    const name = hasName[line.kind] ? nameOf(id) : null
    return name === undefined ? [] : [{ name, on, value }]
  })
  if (isPartner && sources.length < all.length)
    return {
      ...line,
      ...{ value: null, missing: null, progress: null, uncounted: 0 },
      counted: sources.length,
      sources,
    }
  return { ...line, missing: missingOf(line), progress: progressOf(line), sources }
}

const tierViews = (tiers: readonly store.KeptTier[], sight: Sight): contract.JudgedView[] =>
  tiers.map(({ key, name, standing, benefits, lines }) => ({
    ...{ key, name, standing },
    benefits: { ...benefits, words: [...benefits.words] },
    lines: lines.map((line) => lineView(line, sight)),
  }))

const sightOf = async (tx: WorkspaceTx, kept: readonly (store.KeptStanding | null)[]): Promise<Sight> => {
  const tiers = kept.flatMap((each) => [...(each?.tiers ?? []), ...(each?.coming?.tiers ?? [])])
  const lines = tiers.flatMap(({ lines: all }) => all).filter(({ kind }) => hasName[kind])
  const ids = [...new Set(lines.flatMap(({ sources }) => sources.map(({ id }) => id)))]
  const names = ids.length === 0 ? new Map<string, string>() : await store.namesOfSources(tx, ids)
  return { nameOf: (id) => names.get(id), isPartner: tx.actor.side === "partner" }
}

export const tierNamed = (standing: store.KeptStanding | null, key: string | null): string | null =>
  standing?.tiers.find((tier) => tier.key === key)?.name ?? key

const heldOf = ({ id, tier, tierSince, graceUntil, retiredOn, standing }: store.EnrolmentRow) => ({
  ...{ enrolmentId: id, tier: tierNamed(standing, tier), tierKey: tier, tierSince, graceUntil, retiredOn },
})

/** How these enrolments stand, for either side; what nobody has looked at yet is not among them. */
export const standingViews = async (
  tx: WorkspaceTx,
  rows: readonly store.EnrolmentRow[],
): Promise<contract.StandingView[]> => {
  const sight = await sightOf(
    tx,
    rows.map(({ standing }) => standing),
  )
  return rows.flatMap((row) => {
    const { standing, standingOn: on, evaluatedOn, programId } = row
    if (standing === null || on === null) return []
    const { program, currency, graceDays, coming } = standing
    return [
      {
        ...{ ...heldOf(row), programId, program, currency, graceDays, on, evaluatedOn },
        tiers: tierViews(standing.tiers, sight),
        // What was published and did not hold yet, comes no more.
        coming:
          row.retiredOn === null && coming
            ? { holdsFrom: coming.holdsFrom, tiers: tierViews(coming.tiers, sight) }
            : null,
        abilities: { evaluate: abilityOf(mayEditPrograms(tx.actor), decideOngoing(row)) },
      },
    ]
  })
}

export const standingView = async (tx: WorkspaceTx, row: store.EnrolmentRow): Promise<contract.StandingView> => {
  const [view] = await standingViews(tx, [row])
  if (!view) throw new Error("whoever was evaluated has a standing")
  return view
}

/** One line of a program's list: the tier, and how far it is from the next. */
export const enrolledView = (row: store.EnrolmentRow, name: string): contract.Enrolled => {
  const tiers = row.standing?.tiers ?? []
  const place = tiers.findIndex(({ key }) => key === row.tier)
  const next = tiers[place + 1]
  const lines = next?.lines ?? []
  // Of what is short of being met, the furthest; where nobody knows any of it, nobody knows.
  const short = lines.filter((line) => line.standing !== "met").map(progressOf)
  const known = short.flatMap((each) => each ?? [])
  const counted = (standing: Line["standing"]) => lines.filter((line) => line.standing === standing).length
  return {
    ...{ ...heldOf(row), partnershipId: row.partnershipId, name, standing: tiers[place]?.standing ?? null },
    ...{ next: next?.name ?? null, met: counted("met"), asked: lines.length, pending: counted("pending") },
    progress: next && short.length === 0 ? 100 : known.length === 0 ? null : Math.min(...known),
  }
}

/** What was decided of an enrolment, as it was told then. */
export const evaluationViews = async (tx: WorkspaceTx, rows: Awaited<ReturnType<typeof store.evaluationsOf>>) => {
  const sight = await sightOf(
    tx,
    rows.map(({ standing }) => standing),
  )
  return rows.map(({ id, evaluatedOn, evaluatedAt, outcome, tierBefore, tierAfter, graceUntil, standing }) => ({
    ...{ id, evaluatedOn, evaluatedAt, outcome, graceUntil },
    ...{ tierBefore: tierNamed(standing, tierBefore), tierAfter: tierNamed(standing, tierAfter) },
    tiers: tierViews(standing.tiers, sight),
  }))
}
