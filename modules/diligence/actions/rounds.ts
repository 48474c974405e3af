import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { attachAside, outsideContent, outsideFiles, removeAside, takeAside } from "#modules/files"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import { notFound } from "#platform/problem"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { evidenceAccepted, evidenceChanged, evidenceReceived, evidenceRefused } from "../events.ts"
import { mayGiveEvidence, mayReadDiligence, mayReviewEvidence } from "../policy.ts"
import { decideDates, decideGiving, decideReview, itemOf, mostRounds } from "../rules.ts"
import * as store from "../store.ts"
import { hasEvidence, memberOf, roundKind, roundView } from "../view.ts"
import { aboutItem } from "./items.ts"

type Evidence = Readonly<{
  note?: string | undefined
  link?: string | undefined
  issuedOn?: string | undefined
  validThrough?: string | undefined
  check?:
    | Readonly<{ result: contract.CheckResult; register: string; reference?: string | undefined; checkedOn: string }>
    | undefined
}>

/** Evidence as its columns say it; what is left out is empty. */
const written = ({ note = undefined, link, issuedOn, validThrough, check }: Evidence) => ({
  ...{ note: note ?? null, link: link ?? null, issuedOn: issuedOn ?? null, validThrough: validThrough ?? null },
  ...{ checkResult: check?.result ?? null, register: check?.register ?? null },
  ...{ reference: check?.reference ?? null, checkedOn: check?.checkedOn ?? null },
})

/** An item says what its rounds come to; whoever hears of last days hears of the new one. */
const settle = async (tx: WorkspaceTx, item: store.ItemRow): Promise<store.ItemRow> => {
  const said = itemOf(await store.roundsOf(tx, [item.id]), item.remindDays)
  const isAnew = said.acceptedRound !== item.acceptedRound
  const told = isAnew ? { toldSoonAt: null, toldExpiredAt: null } : {}
  // What nobody needs stays so, whatever becomes of its evidence.
  const state = item.state === "not_needed" ? item.state : said.state
  return store.items.save(tx, item.id, { ...said, ...told, state })
}

const record = async (
  tx: WorkspaceTx,
  event: typeof evidenceReceived | typeof evidenceChanged,
  item: store.ItemRow,
  { number, checkResult }: store.RoundRow,
) =>
  tx.record(event, {
    subjectId: item.id,
    payload: { ...(await aboutItem(tx, item)), round: number, result: checkResult },
  })

const give = action(contract.giveEvidence, {
  load: (tx, { diligenceItem }) => store.items.lock(tx, diligenceItem),
  may: mayGiveEvidence,
  act: async ({ tx, actor, today }, item, { diligenceItem: _, ...evidence }) => {
    const row = written(evidence)
    const fits = decideGiving(row, item, today)
    if (isRefusal(fits)) return fits
    const before = await store.roundsOf(tx, [item.id])
    if (before.length >= mostRounds) return refuse("too-many-rounds")
    const number = (before[0]?.number ?? 0) + 1
    const made = { ...row, ...fits, id: newId(), itemId: item.id, number, givenBy: memberOf(actor) }
    const round = await store.rounds.insert(tx, made)
    const saved = await settle(tx, item)
    await record(tx, evidenceReceived, saved, round)
    return roundView(tx, saved, round)
  },
})

type Params = Readonly<{ diligenceRound: Id }>

/** A round and its item; what is acted on is locked, the item first, so that two acts on it come one after the other. */
const lockRound = async (tx: WorkspaceTx, { diligenceRound }: Params) => {
  const found = await store.rounds.find(tx, diligenceRound)
  const item = found && (await store.items.lock(tx, found.itemId))
  const round = item && (await store.rounds.lock(tx, diligenceRound))
  return round && { item, round, version: round.version }
}

const findRound = async (tx: WorkspaceTx, { diligenceRound }: Params) => {
  const round = await store.rounds.find(tx, diligenceRound)
  const item = round && (await store.items.find(tx, round.itemId))
  return item && { item, round }
}

const isOpen = ({ state }: store.RoundRow) => state === "received" || refuse("already-reviewed")

const change = action(contract.changeEvidence, {
  load: lockRound,
  may: mayGiveEvidence,
  act: async ({ tx, actor, now, today }, { item, round }, { diligenceRound, ...evidence }) => {
    const open = isOpen(round)
    if (isRefusal(open)) return open
    const row = written(evidence)
    const fits = decideDates(row, item.months, today)
    if (isRefusal(fits)) return fits
    // Whoever changed it last stands for it.
    const given = { givenBy: memberOf(actor), givenAt: now }
    const changed = await store.rounds.save(tx, diligenceRound, { ...row, ...fits, ...given })
    const saved = await settle(tx, item)
    await record(tx, evidenceChanged, saved, changed)
    return roundView(tx, saved, changed)
  },
})

const about = ({ id }: Readonly<{ id: Id }>) => ({ kind: roundKind, id })

const review = action(contract.reviewEvidence, {
  load: lockRound,
  may: mayReviewEvidence,
  act: async ({ tx, actor, now, today }, { item, round }, { diligenceRound, outcome, why }) => {
    const reviewer = memberOf(actor)
    if (reviewer === null) throw new Error("a person reviews evidence")
    const isThere = hasEvidence(round, await outsideFiles(tx, about(round)))
    const decided = decideReview({ ...round, hasEvidence: isThere }, item, { outcome, why, reviewer, today })
    if (isRefusal(decided)) return decided
    const reviewed = { state: outcome, reviewedBy: reviewer, reviewedAt: now, review: why ?? null }
    const changed = await store.rounds.save(tx, diligenceRound, reviewed)
    const saved = await settle(tx, item)
    const payload = { ...(await aboutItem(tx, saved)), round: round.number, result: round.checkResult }
    if (outcome === "accepted")
      await tx.record(evidenceAccepted, { subjectId: item.id, payload: { ...payload, why: why ?? null } })
    else await tx.record(evidenceRefused, { subjectId: item.id, payload: { ...payload, why: why ?? "" } })
    return roundView(tx, saved, changed)
  },
})

const addFile = action(contract.addEvidenceFile, {
  // Before the bytes come nothing is locked.
  load: findRound,
  may: mayGiveEvidence,
  receive: (upload, { actor, platform }) => takeAside(upload, actor, platform),
  act: async ({ tx, platform }, found, { upload }) => {
    const locked = await lockRound(tx, { diligenceRound: found.round.id })
    if (!locked) throw notFound()
    const open = isOpen(locked.round)
    if (isRefusal(open)) return open
    const added = await attachAside(tx, platform, about(locked.round), upload)
    return isRefusal(added) ? added : roundView(tx, locked.item, locked.round)
  },
})

const download = action(contract.downloadEvidenceFile, {
  load: findRound,
  may: mayReadDiligence,
  act: async ({ tx }, { round }, { evidenceFile }) => {
    const content = await outsideContent(tx, about(round), evidenceFile)
    if (content === undefined) throw notFound()
    return content
  },
})

const removeFile = action(contract.removeEvidenceFile, {
  load: lockRound,
  may: mayGiveEvidence,
  act: async ({ tx }, { item, round }, { evidenceFile }) => {
    const open = isOpen(round)
    if (isRefusal(open)) return open
    if (!(await removeAside(tx, about(round), evidenceFile))) throw notFound()
    return roundView(tx, item, round)
  },
})

export const roundActions = [give, change, review, addFile, download, removeFile]
