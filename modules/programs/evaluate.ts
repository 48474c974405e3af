import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { appealTermsOf, settleByMovement } from "./appeals.ts"
import { demotedByRuleChange, graceBegan, tierKept, tierLost, tierReached } from "./events.ts"
import {
  comingAfter,
  decideMovement,
  type Facts,
  isLostByChange,
  judge,
  type Movement,
  type Terms,
  usualAppeals,
  versionOn,
  windowStart,
} from "./rules.ts"
import * as store from "./store.ts"

/** A program as partners are evaluated by it. */
export type Evaluated = Readonly<{ program: store.ProgramRow; versions: readonly store.VersionRow[] }>

export const evaluatedProgram = async (tx: WorkspaceTx, programId: Id): Promise<Evaluated> => {
  const [program, versions] = [await store.programs.find(tx, programId), await store.versionsOf(tx, [programId])]
  if (!program) throw new Error("an enrolment has a program")
  return { program, versions }
}

/** Everything that these enrolments of one program are evaluated on, as it is known now. */
export const knownOf = async (
  tx: WorkspaceTx,
  { program, versions }: Evaluated,
  rows: readonly store.EnrolmentRow[],
  more: readonly Terms[] = [],
): Promise<(row: store.EnrolmentRow) => Facts> => {
  const terms = [...versions.map((version) => version.terms), ...more]
  const asked = terms.flatMap(({ tiers }) => tiers.flatMap(({ requirements }) => requirements))
  const first = [tx.today, ...rows.flatMap(({ graceUntil }) => graceUntil ?? [])].sort()[0] ?? tx.today
  const of = await store.factsOf(tx, {
    partnershipIds: rows.map(({ partnershipId }) => partnershipId),
    metrics: asked.flatMap(({ kind, about }) => (kind === "metric" ? [about] : [])),
    since: windowStart(first, Math.max(12, ...asked.map(({ windowMonths }) => windowMonths))),
    currency: (versionOn(versions, tx.today)?.terms ?? program.draft).currency,
    rates: program.rates,
  })
  return (row) => ({ ...of(row.partnershipId), byHand: row.byHand })
}

const keptTiers = (terms: Terms, facts: Facts, on: PlainDate): store.KeptTier[] =>
  judge(terms, facts, on).map((judged, place) => ({
    ...judged,
    benefits: terms.tiers[place]?.benefits ?? { discountBps: null, words: [] },
  }))

/** How an enrolment stands today, and how it would by what is published and still to come. */
const standingOf = ({ program, versions }: Evaluated, facts: Facts, on: PlainDate): store.KeptStanding => {
  const version = versionOn(versions, on)
  if (!version) throw new Error("whoever is enrolled is in a program that holds")
  const coming = comingAfter(versions, on)
  const { number, terms } = version
  return {
    ...{ program: program.name, number, currency: terms.currency, graceDays: terms.graceDays },
    appeals: terms.appeals ?? usualAppeals,
    tiers: keptTiers(terms, facts, on),
    coming: coming ? { holdsFrom: coming.holdsFrom, tiers: keptTiers(coming.terms, facts, on) } : null,
  }
}

/** As it is kept with the enrolment: with the rates that its deals were counted by, where there are any. */
const asHeld = ({ program: { rates } }: Evaluated, standing: store.KeptStanding): string =>
  JSON.stringify(rates.length === 0 ? standing : { ...standing, rates })

/** Looks at how an enrolment stands, and moves nothing: progress is shown from day to day, tiers move on the program's days. */
export const lookAt = (tx: WorkspaceTx, evaluated: Evaluated, row: store.EnrolmentRow, facts: Facts) =>
  store.enrolments.save(tx, row.id, {
    standing: asHeld(evaluated, standingOf(evaluated, facts, tx.today)),
    standingOn: tx.today,
  })

/** Evaluates an enrolment as of today: its tier, its grace, and what both sides are told of it. */
export const evaluate = async (
  tx: WorkspaceTx,
  evaluated: Evaluated,
  row: store.EnrolmentRow,
  facts: Facts,
): Promise<store.EnrolmentRow> => {
  const { today } = tx
  const terms = versionOn(evaluated.versions, today)?.terms
  if (!terms) throw new Error("whoever is enrolled is in a program that holds")
  const standing = standingOf(evaluated, facts, today)
  const held = { ...row, isAppealed: await isHeldByAppeal(tx, row, standing) }
  const movement = decideMovement({ terms, facts, held, on: today })
  const { tier, graceUntil, outcome } = movement
  const isByChange =
    outcome === "falls" && isLostByChange({ before: await lastMetBy(tx, evaluated, row), facts, held: row, on: today })
  const saved = await store.enrolments.save(tx, row.id, {
    ...{ tier, graceUntil, standing: asHeld(evaluated, standing), standingOn: today, evaluatedOn: today },
    tierSince: tier === row.tier ? row.tierSince : tier === null ? null : today,
    // Whoever moves stands on its own again.
    ...(tier === row.tier ? {} : { keptUntil: null }),
  })
  await store.insertEvaluation(tx, {
    ...{ id: newId(), enrolmentId: row.id, partnershipId: row.partnershipId, evaluatedOn: today, outcome, graceUntil },
    ...{ tierBefore: row.tier, tierAfter: tier, standing: JSON.stringify(standing) },
  })
  await tell(tx, row, standing, { ...movement, isByChange })
  await settleByMovement(tx, row.id, movement, standing.tiers)
  return saved
}

/** Only where a grace runs or is over does an open appeal hold anything up, and only where the terms say so. */
const isHeldByAppeal = async (tx: WorkspaceTx, { id, graceUntil }: store.EnrolmentRow, standing: store.KeptStanding) =>
  graceUntil !== null && appealTermsOf(standing).keeps && (await store.lockOpenAppeal(tx, id)) !== undefined

type GivenBack = Readonly<{ tier: string; keptUntil: PlainDate }>

/** Gives a tier back from today on, as an appeal wants it: what was decided before stays, and this is decided beside it. */
export const giveBack = async (
  tx: WorkspaceTx,
  evaluated: Evaluated,
  row: store.EnrolmentRow,
  { facts, tier, keptUntil }: GivenBack & Readonly<{ facts: Facts }>,
): Promise<void> => {
  const { today } = tx
  const standing = standingOf(evaluated, facts, today)
  await store.enrolments.save(tx, row.id, {
    ...{ tier, keptUntil, graceUntil: null, standingOn: today, evaluatedOn: today },
    standing: asHeld(evaluated, standing),
    tierSince: tier === row.tier ? row.tierSince : today,
  })
  await store.insertEvaluation(tx, {
    ...{ id: newId(), enrolmentId: row.id, partnershipId: row.partnershipId, evaluatedOn: today, graceUntil: null },
    ...{ outcome: "given_back", tierBefore: row.tier, tierAfter: tier, standing: JSON.stringify(standing) },
  })
}

/** The terms by which a tier was met when that was last decided; of one that was given and never met, those of the day it was given. */
const lastMetBy = async (
  tx: WorkspaceTx,
  { versions, program }: Evaluated,
  row: store.EnrolmentRow,
): Promise<Terms> => {
  const number = await store.lastMetBy(tx, row.id, row.tier)
  const version =
    versions.find((each) => each.number === number) ??
    (row.tierSince === null ? undefined : versionOn(versions, row.tierSince)) ??
    versions.at(-1)
  return version?.terms ?? program.draft
}

/** Only what moves somebody is told: that somebody stays is no news, and a notice is given once. */
const tell = async (
  tx: WorkspaceTx,
  { id: subjectId, partnershipId, tier: before, standing: last }: store.EnrolmentRow,
  standing: store.KeptStanding,
  { tier, graceUntil, outcome, isByChange }: Movement & Readonly<{ isByChange: boolean }>,
): Promise<void> => {
  const about = { subjectId, partnershipId }
  const { program } = standing
  const named = (key: string | null) =>
    [...standing.tiers, ...(last?.tiers ?? [])].find((each) => each.key === key)?.name ?? key
  const moved = { program, from: named(before), to: named(tier) }
  if (outcome === "rises") await tx.record(tierReached, { ...about, payload: moved })
  if (outcome === "recovers") await tx.record(tierKept, { ...about, payload: { program, tier: named(tier) } })
  if (outcome === "grace_begins" && graceUntil !== null)
    await tx.record(graceBegan, { ...about, payload: { program, tier: named(tier), until: graceUntil } })
  if (outcome === "falls") await tx.record(isByChange ? demotedByRuleChange : tierLost, { ...about, payload: moved })
}
