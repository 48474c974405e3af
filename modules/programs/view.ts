import { abilityOf } from "#core/ability"
import { isRefusal } from "#core/refusal"
import { waitsForApproval } from "#modules/approvals"
import type { WorkspaceTx } from "#platform/tx"
import { appealKind, appealTermsOf } from "./appeals.ts"
import type * as contract from "./contract.ts"
import { mayAppeal, mayEditPrograms } from "./policy.ts"
import { appealableOf, decideOngoing, decideOpenAppeal, isOther, type Line, missingOf, progressOf } from "./rules.ts"
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

const sightOf = async (
  tx: WorkspaceTx,
  kept: readonly ((Pick<store.KeptStanding, "tiers"> & Partial<store.KeptStanding>) | null)[],
): Promise<Sight> => {
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

/** Appeals as either side reads them; whom they wait for is the host's own affair. */
export const appealViews = async (
  tx: WorkspaceTx,
  rows: readonly store.AppealRow[],
): Promise<contract.AppealView[]> => {
  const open = rows.filter(({ state }) => state === "open").map(({ id }) => id)
  const isHost = tx.actor.side === "host"
  const asked = isHost ? await waitsForApproval(tx, appealKind, open) : new Set<string>()
  return rows.map((row) => {
    const { id, tierName, words, appealedByName, appealedAt, state, answer, closedAt, keptUntil } = row
    return {
      ...{ id, tier: tierName, words, by: appealedByName, appealedAt, state, answer, closedAt, keptUntil },
      isAsked: isHost && state === "open" ? asked.has(id) : null,
      abilities: { withdraw: abilityOf(mayAppeal(tx.actor), decideOpenAppeal(row)) },
    }
  })
}

/** Of each enrolment its appeals, and until when it may appeal against what was decided last. */
const appealsFor = async (tx: WorkspaceTx, enrolments: readonly store.EnrolmentRow[]) => {
  const ids = enrolments.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await store.appealsOf(tx, ids)
  const views = await appealViews(tx, rows)
  const decided = ids.length === 0 ? new Map() : await store.lastMovementOf(tx, ids)
  return ({ id, endedOn, graceUntil, standing }: store.EnrolmentRow) => {
    const own = rows.flatMap((row, place) => {
      const view = views[place]
      return row.enrolmentId === id && view ? [{ row, view }] : []
    })
    const appealable = appealableOf({
      decided: endedOn === null ? decided.get(id) : undefined,
      appeals: own.map(({ row }) => row),
      ...{ graceUntil, terms: appealTermsOf(standing), today: tx.today },
    })
    return {
      appeals: own.map(({ view }) => view),
      appealUntil: isRefusal(appealable) ? null : appealable.until,
      mayAppeal: abilityOf(mayAppeal(tx.actor), isRefusal(appealable) ? appealable : true),
    }
  }
}

/** How these enrolments stand, for either side; what nobody has looked at yet is not among them. */
export const standingViews = async (
  tx: WorkspaceTx,
  rows: readonly store.EnrolmentRow[],
): Promise<contract.StandingView[]> => {
  const sight = await sightOf(
    tx,
    rows.map(({ standing }) => standing),
  )
  const appealsOf = await appealsFor(tx, rows)
  return rows.flatMap((row) => {
    const { appeals, appealUntil, mayAppeal: appeal } = appealsOf(row)
    const { standing, standingOn: on, evaluatedOn, programId } = row
    if (standing === null || on === null) return []
    const { program, currency, graceDays, coming } = standing
    return [
      {
        ...{ ...heldOf(row), programId, program, currency, graceDays, on, evaluatedOn },
        // A day that is over keeps nothing any more.
        ...{
          keptUntil: row.keptUntil !== null && row.keptUntil >= tx.today ? row.keptUntil : null,
          appealUntil,
          appeals,
        },
        isKeptMeanwhile: appealTermsOf(standing).keeps,
        tiers: tierViews(standing.tiers, sight),
        // What was published and did not hold yet, comes no more.
        coming:
          row.retiredOn === null && coming
            ? { holdsFrom: coming.holdsFrom, tiers: tierViews(coming.tiers, sight) }
            : null,
        abilities: { evaluate: abilityOf(mayEditPrograms(tx.actor), decideOngoing(row)), appeal },
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

/** Each tier as it was judged then, and as it would be now. */
export const comparedViews = async (tx: WorkspaceTx, then: store.KeptTier[], now: store.KeptTier[]) => {
  const sight = await sightOf(tx, [{ tiers: then }, { tiers: now }])
  const [before, after] = [tierViews(then, sight), tierViews(now, sight)]
  return before.flatMap((view, place) => {
    const today = after[place]
    const lines = now[place]?.lines ?? []
    const isDifferent = (then[place]?.lines ?? []).some((line, at) => lines[at] && isOther(line, lines[at]))
    return today ? [{ key: view.key, name: view.name, before: view, now: today, isOther: isDifferent }] : []
  })
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
