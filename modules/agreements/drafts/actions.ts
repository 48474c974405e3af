import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { voidApprovals } from "#modules/approvals"
import { findPartnership, lockPartnership, partiesNow } from "#modules/partnerships"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { decideUnheld } from "#platform/hold"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { decideApproved, textSigned } from "../approving.ts"
import * as contract from "../contract.ts"
import { draftChanged, draftReviewed, draftTakenBack, draftWithdrawn, draftWritten } from "../events.ts"
import { mayEditAgreements } from "../policy.ts"
import type { Content } from "../rules.ts"
import {
  decideClauses,
  decideDraftEdit,
  decideMove,
  decideOpen,
  decideValidFrom,
  isInForce,
  isUpToDate,
  planned,
  rebased,
  rebasedText,
} from "../rules.ts"
import * as store from "../store.ts"
import { decideNamed, headOf } from "./content.ts"
import { lockWithItsThing, putInForce } from "./putInForce.ts"
import { hasOtherWords, presentText, textLying } from "./versions.ts"
import { draftView, openOnes, partiesOf, summaries } from "./view.ts"

/** What is written down of a draft: shared with the partner where the partner sees the draft. */
const about = ({ id, partnershipId, content, kind, privateTo }: store.DraftRow) => ({
  subjectId: id,
  partnershipId,
  visibility: privateTo === null ? ("shared" as const) : ("host" as const),
  payload: { title: content.title, kind },
})

const list = action(contract.listAgreementDrafts, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, { id }) => ({
    items: await summaries(tx, await store.draftsOf(tx, id)),
    abilities: { draft: mayEditAgreements(actor) },
  }),
})

const listOpen = action(contract.listOpenDrafts, {
  load: nothing,
  may: whoeverSeesIt,
  act: async ({ tx }) => {
    const found = await store.openDrafts(tx)
    const items = await openOnes(tx, found.slice(0, store.mostOpenDrafts))
    return { items, isMore: found.length > items.length }
  },
})

const get = action(contract.getAgreementDraft, {
  load: (tx, { agreementDraft }) => store.findDraft(tx, agreementDraft),
  may: whoeverSeesIt,
  act: ({ tx }, row) => draftView(tx, row),
})

const draft = action(contract.draftAgreement, {
  load: (tx, { partnership }) => lockPartnership(tx, partnership),
  may: mayEditAgreements,
  act: async ({ tx, actor }, partnership, { partnership: partnershipId, ...said }) => {
    const content = planned(said)
    const named = await decideNamed(tx, await partiesNow(tx, partnership), content, null)
    if (isRefusal(named)) return named
    const placed = decideClauses(content, null, null)
    if (isRefusal(placed)) return placed
    const made = { id: newId(), partnershipId, kind: "first", state: "draft", privateTo: actor.workspaceId } as const
    const row = await store.insertDraft(tx, { ...made, content })
    await tx.record(draftWritten, about(row))
    return draftView(tx, row)
  },
})

const amend = action(contract.amendAgreement, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, actor }, agreement, { agreement: agreementId, kind, validFrom, reason, ...wanted }) => {
    const open = decideOpen(agreement)
    if (isRefusal(open)) return open
    const dated = decideValidFrom(kind, validFrom, agreement)
    if (isRefusal(dated)) return dated
    const [base, words] = [await headOf(tx, agreement), await store.headVersion(tx, agreement.id)]
    const row = await store.insertDraft(tx, {
      ...{ id: newId(), partnershipId: agreement.partnershipId, agreementId, kind, state: "draft" },
      ...{ validFrom, reason, base, content: amended(base, wanted), privateTo: actor.workspaceId },
      baseVersionId: words?.id ?? null,
    })
    await tx.record(draftWritten, about(row))
    // An amendment changes the words of what holds, so it begins with them.
    return draftView(tx, words === undefined ? row : await store.saveWorkingText(tx, row.id, words.text))
  },
})

/** With these fields said anew; null empties one, and lines that ran to the end run to the new one. */
const amended = (base: Content, wanted: Readonly<Record<string, unknown>>): Content => {
  const said = Object.entries(wanted).filter(([, value]) => value !== undefined)
  const after = { ...base, ...Object.fromEntries(said) }
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as Content
}

const edit = action(contract.editAgreementDraft, {
  load: (tx, { agreementDraft }) => store.lockDraft(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx }, before, { agreementDraft: id, validFrom, reason, ...said }) => {
    const open = decideDraftEdit(before)
    if (isRefusal(open)) return open
    if (before.kind !== "first" && said.begins !== undefined) return refuse("first-version-only", { field: "begins" })
    const content = planned(said)
    if (before.base !== null) {
      const dated = decideValidFrom(before.kind, validFrom, { ...before.base, endsOn: before.base.endsOn ?? null })
      if (isRefusal(dated)) return dated
    }
    const named = await decideNamed(tx, await partiesOf(tx, before), content, before.base)
    if (isRefusal(named)) return named
    const text = await textLying(tx, before)
    const placed = decideClauses(
      content,
      before.content,
      text?.clauses.map(({ key }) => key),
    )
    if (isRefusal(placed)) return placed
    const more = before.kind === "first" ? {} : { validFrom: validFrom ?? null, reason: reason ?? before.reason }
    const row = await store.saveDraft(tx, id, { content, ...more })
    await tx.record(draftChanged, about(row))
    return draftView(tx, row)
  },
})

/** Lays the amendment upon what the agreement is by now; it is read anew before it is signed. */
const rebase = action(contract.rebaseAgreementDraft, {
  load: (tx, { agreementDraft }) => lockWithItsThing(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx }, before) => {
    const open = decideDraftEdit(before)
    if (isRefusal(open)) return open
    const { base, agreementId } = before
    if (base === null || agreementId === null) return refuse("up-to-date")
    const agreement = await store.agreements.find(tx, agreementId)
    if (!agreement || !isInForce(agreement)) return refuse("not-in-force")
    const head = await headOf(tx, agreement)
    const words = await wordsToRebase(tx, before, agreementId)
    if (isUpToDate(base, head, tx.today) && words === undefined) return refuse("up-to-date")
    const { content, collisions } = rebased(base, before.content, head)
    const saved = await store.saveDraft(tx, before.id, {
      content,
      base: head,
      baseVersionId: words?.id ?? before.baseVersionId,
    })
    const row = words === undefined ? saved : await store.saveWorkingText(tx, before.id, words.text)
    await tx.record(draftChanged, about(row))
    return { ...(await draftView(tx, row)), collisions: [...collisions, ...(words?.collisions ?? [])] }
  },
})

/** The words of an amendment laid upon those of the agreement by now; undefined where these are the ones it began with. */
const wordsToRebase = async (tx: WorkspaceTx, draft: store.DraftRow, agreementId: Id) => {
  const head = await store.headVersion(tx, agreementId)
  if (head === undefined || head.id === draft.baseVersionId) return undefined
  const ours = (await store.workingText(tx, draft.id)) ?? (await store.latestVersion(tx, draft.id))?.text
  if (ours === undefined) return { id: head.id, text: head.text, collisions: [] }
  const base = draft.baseVersionId === null ? undefined : await store.findVersion(tx, draft.baseVersionId)
  const { text, collisions } = rebasedText(base?.text ?? { clauses: [], terms: {} }, ours, head.text)
  const headingOf = (key: string) =>
    [...ours.clauses, ...head.text.clauses].find((clause) => clause.key === key)?.heading
  const told = collisions.map(({ key, kind }) => ({
    ...{ at: headingOf(key) ?? key, field: null, theirs: "changed", ours: kind === "delete" ? "removed" : "changed" },
  }))
  return { id: head.id, text, collisions: told }
}

const moved = { in_review: draftReviewed, draft: draftTakenBack, withdrawn: draftWithdrawn } as const

/** The partner reads what is in review. What is taken back is the host's own again. */
const move = action(contract.moveAgreementDraft, {
  load: (tx, { agreementDraft }) => store.lockDraft(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx, actor, platform }, before, { to }) => {
    const allowed = decideMove(before, to)
    if (isRefusal(allowed)) return allowed
    const unheld = await decideUnheld(tx, platform, "agreement_draft", [before.id])
    if (isRefusal(unheld)) return unheld
    const privateTo = to === "in_review" ? null : to === "draft" ? actor.workspaceId : before.privateTo
    if (to === "withdrawn") await voidApprovals(tx, "agreement_draft", before.id, [textSigned])
    const row = await store.saveDraft(tx, before.id, { state: to, privateTo })
    await tx.record(moved[to], about(to === "draft" ? before : row))
    if (to === "in_review") await presentText(tx, row)
    return draftView(tx, row)
  },
})

const force = action(contract.putInForce, {
  load: (tx, { agreementDraft }) => lockWithItsThing(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx, platform }, before, { agreementDraft: _, ...signatures }) => {
    // What another amendment says that is being signed was written upon the agreement as it is now.
    const others = before.agreementId === null ? [] : await store.openAmendmentsOf(tx, before.agreementId)
    const unheld = await decideUnheld(tx, platform, "agreement_draft", [before.id, ...others.map(({ id }) => id)])
    if (isRefusal(unheld)) return unheld
    // What holds already, and a correction of entered data, changes no word.
    const isAsked = !signatures.takenOver && (before.kind !== "correction" || (await hasOtherWords(tx, before)))
    const approved = isAsked ? await decideApproved(tx, platform, before) : true
    if (isRefusal(approved)) return approved
    const row = await putInForce(tx, before, signatures)
    if (!isRefusal(row)) await voidApprovals(tx, "agreement_draft", row.id, [textSigned])
    return isRefusal(row) ? row : draftView(tx, row)
  },
})

export const draftActions = [list, listOpen, get, draft, amend, edit, rebase, move, force]
