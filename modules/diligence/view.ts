import { abilityOf } from "#core/ability"
import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { refuse } from "#core/refusal"
import { outsideFilesOf } from "#modules/files"
import type { WorkspaceTx } from "#platform/tx"
import type { DiligenceItemView, DiligenceOfCompany, DiligenceRoundView, WholeDiligenceItem } from "./contract.ts"
import { mayAskDiligence, mayGiveEvidence, mayReviewEvidence } from "./policy.ts"
import { concernOf, decideGiving, decideNeed, decideReview, standingOf } from "./rules.ts"
import * as store from "./store.ts"

/** Evidence is kept under its round. */
export const roundKind = "diligence_round"

/** Who acts, as a member: Keelson itself gives and reviews nothing. */
export const memberOf = (actor: WorkspaceActor): Id | null => (actor.kind === "member" ? actor.memberId : null)

/** Items as one line each. */
export const itemViews = async (tx: WorkspaceTx, rows: readonly store.ItemRow[]): Promise<DiligenceItemView[]> => {
  const companies = await store.namesFor(tx, rows)
  const people = await store.memberNames(
    tx,
    rows.flatMap(({ ownerId, settledBy }) => [ownerId ?? [], settledBy ?? []].flat()),
  )
  return rows.map((row) => ({
    ...{ id: row.id, organizationId: row.organizationId, kind: row.kind, asks: row.asks, isRequired: row.isRequired },
    ...{ months: row.months, remindDays: row.remindDays, needsAnother: row.needsAnother, ownerId: row.ownerId },
    organizationName: companies.get(row.organizationId) ?? "",
    ownerName: nameIn(people, row.ownerId),
    standing: standingOf(row, tx.today),
    ...{ validThrough: row.validThrough, isMatchOpen: row.isMatchOpen, why: row.why, isResting: row.isResting },
    waitsForReview: row.state === "received",
    settledBy: nameIn(people, row.settledBy),
    version: row.version,
  }))
}

const nameIn = (names: ReadonlyMap<Id, string>, id: Id | null) => (id === null ? null : (names.get(id) ?? null))

/** Items with their evidence, the latest first, and what the caller may do. */
export const wholeItems = async (tx: WorkspaceTx, rows: readonly store.ItemRow[]): Promise<WholeDiligenceItem[]> => {
  const views = await itemViews(tx, rows)
  const rounds = await store.roundsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const shown = new Map((await roundViews(tx, rows, rounds)).map((view, place) => [rounds[place]?.id, view]))
  const byItem = Map.groupBy(rounds, ({ itemId }) => itemId)
  return rows.flatMap((row, place) => {
    const view = views[place]
    if (!view) return []
    const own = byItem.get(row.id) ?? []
    return [{ ...view, rounds: own.flatMap(({ id }) => shown.get(id) ?? []), abilities: abilitiesOf(tx, row) }]
  })
}

export const wholeItem = async (tx: WorkspaceTx, row: store.ItemRow): Promise<WholeDiligenceItem> => {
  const [view] = await wholeItems(tx, [row])
  if (!view) throw new Error("one row has one view")
  return view
}

const abilitiesOf = (tx: WorkspaceTx, row: store.ItemRow) => {
  const ask = mayAskDiligence(tx.actor)
  const isNotNeeded = row.state === "not_needed"
  const undated = { issuedOn: null, validThrough: null, checkedOn: null }
  return {
    edit: ask,
    give: abilityOf(mayGiveEvidence(tx.actor), decideGiving(undated, { ...row, months: null }, tx.today)),
    need: abilityOf(ask, decideNeed({ isNeeded: isNotNeeded, isNotNeeded, isMatchOpen: row.isMatchOpen })),
  }
}

/** Rounds in the order given, of these items. */
export const roundViews = async (
  tx: WorkspaceTx,
  items: readonly store.ItemRow[],
  rounds: readonly store.RoundRow[],
): Promise<DiligenceRoundView[]> => {
  const filesOf = await outsideFilesOf(
    tx,
    roundKind,
    rounds.map(({ id }) => id),
  )
  const people = await store.memberNames(
    tx,
    rounds.flatMap(({ givenBy, reviewedBy }) => [givenBy ?? [], reviewedBy ?? []].flat()),
  )
  const itemOfRound = new Map(items.map((item) => [item.id, item]))
  return rounds.map((row) => {
    const item = itemOfRound.get(row.itemId)
    if (!item) throw new Error("a round is one of an item")
    const { id, number, state, note, link, issuedOn, validThrough, givenAt, reviewedAt, review, version } = row
    const { checkResult: result, register, checkedOn, reference } = row
    const files = filesOf(id)
    return {
      ...{ id, number, state, note, link, issuedOn, validThrough, givenAt, reviewedAt, review, version, files },
      check:
        result === null || register === null || checkedOn === null ? null : { result, register, reference, checkedOn },
      givenBy: nameIn(people, row.givenBy),
      reviewedBy: nameIn(people, row.reviewedBy),
      abilities: roundAbilities(tx, item, row, hasEvidence(row, files)),
    }
  })
}

export const roundView = async (
  tx: WorkspaceTx,
  item: store.ItemRow,
  round: store.RoundRow,
): Promise<DiligenceRoundView> => {
  const [view] = await roundViews(tx, [item], [round])
  if (!view) throw new Error("one row has one view")
  return view
}

/** Something to go by: words, an address, what a check met, or a file that is not known to be bad. */
export const hasEvidence = (
  { note, link, checkResult }: Pick<store.RoundRow, "note" | "link" | "checkResult">,
  files: readonly Readonly<{ check: string }>[],
): boolean => note !== null || link !== null || checkResult !== null || files.some(({ check }) => check !== "infected")

const roundAbilities = (tx: WorkspaceTx, item: store.ItemRow, row: store.RoundRow, isThere: boolean) => {
  const review = mayReviewEvidence(tx.actor)
  const reviewer = memberOf(tx.actor) ?? ""
  // A reason can still be given, so that lacking one holds no button back.
  const said = { why: "-", reviewer, today: tx.today }
  const decide = (outcome: "accepted" | "refused") =>
    decideReview({ ...row, hasEvidence: isThere }, item, { ...said, outcome })
  const isOpen = row.state === "received" || refuse("already-reviewed")
  return {
    change: abilityOf(mayGiveEvidence(tx.actor), isOpen),
    accept: abilityOf(review, decide("accepted")),
    refuse: abilityOf(review, decide("refused")),
  }
}

/** All that a company was asked for, what of it speaks against working with it, and what the caller may do. */
export const ofCompany = async (tx: WorkspaceTx, organizationId: Id): Promise<DiligenceOfCompany> => {
  const rows = await store.itemsOf(tx, organizationId)
  return {
    items: await wholeItems(tx, rows),
    concern: concernOf(rows, tx.today),
    abilities: { ask: mayAskDiligence(tx.actor) },
  }
}
