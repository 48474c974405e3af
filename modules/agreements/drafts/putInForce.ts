import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import { enterInForce, type Signatures } from "../enterLines.ts"
import { amendmentAgreed } from "../events.ts"
import { decideReviewed, decideSigning, decideValidFrom } from "../rules.ts"
import * as store from "../store.ts"
import { applyAmendment } from "./apply.ts"
import { partiesOf } from "./view.ts"

/** Puts what was reviewed in force, as both sides signed it. A change whose day has not come waits for it. */
export const putInForce = async (
  tx: WorkspaceTx,
  draft: store.DraftRow,
  { takenOver, ...said }: Signatures & Readonly<{ takenOver: boolean }>,
) => {
  const reviewed = decideReviewed(draft)
  if (isRefusal(reviewed)) return reviewed
  const signed = decideSigning(draft.kind, { ...said, takenOver }, tx.today)
  if (isRefusal(signed)) return signed
  const signatures = {
    signedOn: said.signedOn ?? null,
    hostSigner: said.hostSigner ?? null,
    partnerSigner: said.partnerSigner ?? null,
  }
  return draft.kind === "first" ? enterFirst(tx, draft, signatures) : amendBy(tx, draft, signatures)
}

type Said = Readonly<Record<keyof Signatures, string | null>>

const enterFirst = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said) => {
  const partnership = await findPartnership(tx, draft.partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  const of = { id: draft.id, partnership, parties: await partiesOf(tx, draft), signatures }
  const entered = await enterInForce(tx, of, withoutIds(draft.content))
  if (isRefusal(entered)) return entered
  return store.saveDraft(tx, draft.id, { state: "in_force", inForceAt: tx.now, ...signatures })
}

/** Lines of a first version stand for nothing that there is. */
const withoutIds = (content: store.DraftRow["content"]) => ({
  ...content,
  objectives: content.objectives.map(({ id: _, ...line }) => line),
  commitments: content.commitments.map(({ id: _, ...line }) => line),
})

const amendBy = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said) => {
  const agreement = await store.agreements.lock(tx, draft.agreementId ?? "")
  if (!agreement) throw new Error("an amendment is of an agreement that is there")
  const dated = decideValidFrom(draft.kind, draft.validFrom, agreement)
  if (isRefusal(dated)) return dated
  if (draft.validFrom !== null && draft.validFrom > tx.today) return waitForIt(tx, draft, signatures)
  const applied = await applyAmendment(tx, { ...draft, ...signatures }, agreement, await partiesOf(tx, draft))
  if (isRefusal(applied)) return applied
  return store.saveDraft(tx, draft.id, { state: "in_force", inForceAt: tx.now, ...signatures })
}

const waitForIt = async (tx: WorkspaceTx, draft: store.DraftRow, signatures: Said) => {
  const { content, partnershipId, validFrom } = draft
  await tx.record(amendmentAgreed, {
    subjectId: draft.agreementId ?? "",
    partnershipId,
    payload: { title: content.title, validFrom, signedOn: signatures.signedOn ?? null },
  })
  return store.saveDraft(tx, draft.id, { state: "agreed", ...signatures })
}
