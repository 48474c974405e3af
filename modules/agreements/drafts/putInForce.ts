import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"
import { holdFiles } from "#modules/files"
import { findPartnership, lockPartnership } from "#modules/partnerships"
import type { Row } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { decideEnterable, enterInForce, type Signatures } from "../enterLines.ts"
import { amendmentAgreed } from "../events.ts"
import { todayOf } from "../noticeReckoner.ts"
import {
  begunOn,
  changesBetween,
  decideBeginning,
  decideHeldByAll,
  decideReadings,
  decideReviewed,
  decideSigned,
  decideSigning,
  decideStillFits,
  decideUpToDate,
  decideValidFrom,
  isInForce,
} from "../rules.ts"
import * as store from "../store.ts"
import { applyAmendment, decideApplicable } from "./apply.ts"
import { headOf } from "./content.ts"
import { latestHeld } from "./textView.ts"
import { asLying, hasOtherWords } from "./versions.ts"
import { partiesOf } from "./view.ts"

/** Puts what was reviewed in force, as both sides signed it. A change whose day has not come waits for it. */
export const putInForce = async (
  tx: WorkspaceTx,
  written: store.DraftRow,
  { takenOver, backwards, signedFileId, ...said }: Signatures & Given,
) => {
  const [draft = written] = await asLying(tx, [written])
  const reviewed = decideReviewed(draft)
  if (isRefusal(reviewed)) return reviewed
  // What waits for the last signature needs its day.
  const isTakenOver = takenOver && draft.content.begins === undefined
  const signed = decideSigning(draft.kind, { ...said, takenOver: isTakenOver }, todayOf(tx, draft.content))
  if (isRefusal(signed)) return signed
  const held = await decideHeld(tx, draft, { isTakenOver: takenOver, hasSignedFile: signedFileId !== undefined })
  if (isRefusal(held)) return held
  const signatures = {
    signedOn: said.signedOn ?? null,
    hostSigner: said.hostSigner ?? null,
    partnerSigner: said.partnerSigner ?? null,
  }
  const row = await (draft.kind === "first"
    ? enterFirst(tx, draft, signatures)
    : amendBy(tx, draft, signatures, backwards))
  return isRefusal(row) || signedFileId === undefined ? row : keepSigned(tx, row, signedFileId)
}

type Signed = Readonly<{ isTakenOver: boolean; hasSignedFile: boolean }>

/** Where it has words, everybody it binds holds the same ones. */
const decideHeld = async (tx: WorkspaceTx, draft: store.DraftRow, given: Signed) => {
  const latest = await latestHeld(tx, draft.id)
  const { host, companies } = await partiesOf(tx, draft)
  const isDataOnly = draft.kind === "correction" && !(await hasOtherWords(tx, draft))
  return decideHeldByAll([host, ...companies], latest, { ...given, isDataOnly })
}

type Given = Readonly<{
  takenOver: boolean
  backwards?: Backwards | undefined
  /** What both sides signed, among the files of the draft. */
  signedFileId?: Id | undefined
}>

/** The file is of the agreement from now on, and stays: of a first version as what was signed, of an amendment beside that. */
const keepSigned = async (tx: WorkspaceTx, { id, kind, agreementId, signedOn }: store.DraftRow, fileId: Id) => {
  const agreement = { kind: "agreement", id: agreementId ?? id }
  const held = await holdFiles(tx, { kind: "agreement_draft", id }, [fileId], "signed", agreement)
  if (isRefusal(held)) return { ...held, detail: { field: "signedFileId" } }
  const [file] = held
  if (!file) return refuse("no-such-file", { field: "signedFileId" })
  const allowed = decideSigned(file, signedOn, tx.today)
  if (isRefusal(allowed)) return { ...allowed, detail: { field: "signedFileId" } }
  if (kind === "first") await store.agreements.save(tx, agreement.id, { signedFileId: fileId })
  return store.saveDraft(tx, id, { signedFileId: fileId })
}

/** The document that was sealed when all had signed, of the draft and of the agreement that it became. One that somebody named before stays. */
export const keepSealed = async (tx: WorkspaceTx, draftId: Id, signedFileId: Id): Promise<void> => {
  const draft = await lockWithItsThing(tx, draftId)
  if (!draft || draft.signedFileId !== null) return
  if (draft.kind === "first") await store.agreements.save(tx, draft.id, { signedFileId })
  await store.saveDraft(tx, draft.id, { signedFileId })
}

/** Who wants what was answered before the signature to be measured by what was signed. */
type Backwards = Readonly<{ host: boolean; partner: boolean }>

type Said = Readonly<Record<keyof Signatures, string | null>>

const enterFirst = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said) => {
  const partnership = await findPartnership(tx, draft.partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  const of = { id: draft.id, partnership, parties: await partiesOf(tx, draft), signatures }
  const begun = decideBegun(tx, draft, signatures.signedOn)
  if (isRefusal(begun)) return begun
  const entered = await enterInForce(tx, of, withoutIds(begun))
  if (isRefusal(entered)) return entered
  return store.saveDraft(tx, draft.id, { state: "in_force", inForceAt: tx.now, ...signatures })
}

/** What it is with its last signature of that day, or, before it is known, of today. */
const decideBegun = (tx: WorkspaceTx, { content }: store.DraftRow, signedOn: PlainDate | null) => {
  const allowed = decideBeginning(content)
  return isRefusal(allowed) ? allowed : begunOn(content, signedOn ?? todayOf(tx, content))
}

/** Lines of a first version stand for nothing that there is. */
const withoutIds = (content: store.DraftRow["content"]) => ({
  ...content,
  objectives: content.objectives.map(({ id: _, ...line }) => line),
  commitments: content.commitments.map(({ id: _, ...line }) => line),
})

const amendBy = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said, backwards?: Backwards) => {
  const agreement = await store.agreements.lock(tx, draft.agreementId ?? "")
  if (!agreement) throw new Error("an amendment is of an agreement that is there")
  const dated = decideValidFrom(draft.kind, draft.validFrom, agreement)
  if (isRefusal(dated)) return dated
  const read = await decideAsRead(tx, draft, agreement)
  if (isRefusal(read)) return read
  if (draft.validFrom !== null && draft.validFrom > tx.today) return waitForIt(tx, draft, signatures)
  const isBackwards = backwards?.host === true && backwards.partner
  const signed = { ...draft, ...signatures }
  const applied = await applyAmendment(tx, signed, agreement, await partiesOf(tx, draft), isBackwards)
  if (isRefusal(applied)) return applied
  return store.saveDraft(tx, draft.id, { state: "in_force", inForceAt: tx.now, ...signatures })
}

/** Whoever changes an agreement or a partnership locks it first, and the draft after it. */
export const lockWithItsThing = async (tx: WorkspaceTx, id: Id): Promise<store.DraftRow | undefined> => {
  const seen = await store.findDraft(tx, id)
  if (!seen) return undefined
  if (seen.agreementId === null) await lockPartnership(tx, seen.partnershipId)
  else await store.agreements.lock(tx, seen.agreementId)
  return store.lockDraft(tx, id)
}

/** Whether it could be put in force as everything is now: asked before anybody signs it. */
export const decideReadyToSign = async (tx: WorkspaceTx, written: store.DraftRow) => {
  const [draft = written] = await asLying(tx, [written])
  const parties = await partiesOf(tx, draft)
  if (draft.agreementId === null) {
    const begun = decideBegun(tx, draft, null)
    return isRefusal(begun) ? begun : decideEnterable(parties, withoutIds(begun))
  }
  const agreement = await store.agreements.find(tx, draft.agreementId)
  if (!agreement || !isInForce(agreement)) return refuse("not-in-force")
  const dated = decideValidFrom(draft.kind, draft.validFrom, agreement)
  if (isRefusal(dated)) return dated
  const read = await decideAsRead(tx, draft, agreement)
  return isRefusal(read) ? read : decideApplicable(tx, draft, agreement, parties)
}

/** What is signed was written upon what the agreement is by now, and leaves no figure to be read in two ways. */
const decideAsRead = async (tx: WorkspaceTx, draft: store.DraftRow, agreement: Row<typeof store.agreements>) => {
  const { base, content, kind, validFrom } = draft
  if (base === null) throw new Error("an amendment knows what it amends")
  const current = decideUpToDate(base, await headOf(tx, agreement, draft.id), tx.today)
  if (isRefusal(current)) return current
  const words = await decideWords(tx, draft, agreement.id)
  if (isRefusal(words)) return words
  const changes = changesBetween(base, content)
  // One that waits for a later day would find that this one had changed the same.
  for (const other of await store.openAmendmentsOf(tx, agreement.id)) {
    if (other.state !== "agreed" || other.base === null || (other.validFrom ?? "") <= (validFrom ?? tx.today)) continue
    const fits = decideStillFits(changes, changesBetween(other.base, other.content))
    if (isRefusal(fits)) return fits
  }
  return decideReadings(kind, base, content)
}

/** The words are written upon those of the agreement by now, and upon none that hold later only. */
const decideWords = async (tx: WorkspaceTx, draft: store.DraftRow, agreementId: Id) => {
  const head = await store.headVersion(tx, agreementId)
  if ((head?.id ?? null) !== draft.baseVersionId) return refuse("rebase-first")
  if (!(await store.hasVersion(tx, draft.id))) return true
  const later = (await store.openAmendmentsOf(tx, agreementId)).filter(
    ({ id, state, validFrom }) =>
      state === "agreed" && id !== draft.id && (validFrom ?? "") > (draft.validFrom ?? tx.today),
  )
  for (const { id } of later) if (await store.hasVersion(tx, id)) return refuse("text-amended-meanwhile")
  return true
}

const waitForIt = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said) => {
  const { content, partnershipId, validFrom } = draft
  await tx.record(amendmentAgreed, {
    subjectId: draft.agreementId ?? "",
    partnershipId,
    payload: { title: content.title, validFrom, signedOn: signatures.signedOn ?? null },
  })
  // What went with its clause is no part of what was agreed.
  return store.saveDraft(tx, draft.id, { content, state: "agreed", ...signatures })
}
