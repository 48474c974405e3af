import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { findDraft, latestVersion, lockDraft, todayOf } from "#modules/agreements"
import { holdFiles } from "#modules/files"
import { hasFactor, ownName } from "#modules/workspaces"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { decideSigned } from "#rules/agreements"
import * as contract from "./contract.ts"
import * as events from "./events.ts"
import { about, endIfSigned, follow, giveRefusal, giveSignature, recall, type Standing } from "./give.ts"
import { decideReady, partiesTo } from "./lying.ts"
import { accountOf } from "./person.ts"
import { mayReplace, mayRun, maySign } from "./policy.ts"
import * as rules from "./rules.ts"
import * as store from "./store.ts"
import { signingOverview } from "./view.ts"

const get = action(contract.getSigning, {
  load: (tx, { agreementDraft }) => findDraft(tx, agreementDraft),
  may: whoeverSeesIt,
  act: ({ tx, platform }, draft) => signingOverview(tx, platform, draft),
})

const start = action(contract.startSigning, {
  load: (tx, { agreementDraft }) => lockDraft(tx, agreementDraft),
  may: mayRun,
  act: async ({ tx, actor, platform }, draft, { signers: wanted, isOrdered, mayHandOver }) => {
    const { parties } = await partiesTo(tx, draft)
    const ready = await decideReady(tx, platform, draft, parties)
    if (isRefusal(ready)) return ready
    const named = rules.decideSigners(parties, wanted)
    if (isRefusal(named)) return named
    const version = await latestVersion(tx, draft.id)
    if (!version) throw new Error("what is ready to be signed has a version")
    const { partnershipId } = draft
    const round = await store.insertRound(tx, {
      ...{ id: newId(), partnershipId, draftId: draft.id, versionId: version.id, hash: version.hash, state: "open" },
      ...{ isOrdered, mayHandOver, startedBy: actor.userId ?? null },
    })
    const people = []
    for (const { partyId, name, email, place } of wanted)
      people.push({
        ...{ id: newId(), partnershipId, signingId: round.id, partyId, place, name, email, state: "waiting" as const },
        userId: await accountOf(tx, partyId, email),
      })
    const signers = await store.insertSigners(tx, people)
    const told = await about(tx, { draft, round, signers })
    await tx.record(events.signingStarted, { ...told, payload: { ...told.payload, hash: round.hash } })
    await follow(tx, round.id)
    return signingOverview(tx, platform, draft)
  },
})

/** The round first: of two acts on one round one comes after the other, and the second sees what the first did. */
const lockRound = async (tx: WorkspaceTx, id: Id): Promise<Standing | undefined> => {
  const round = await store.lockRound(tx, id)
  const draft = round && (await findDraft(tx, round.draftId))
  return round && draft ? { draft, round, signers: await store.signersOf(tx, [id]) } : undefined
}

/** One of a round's signers, with the round as it stands. */
export const lockSigner = async (tx: WorkspaceTx, { agreementSigner }: Readonly<{ agreementSigner: Id }>) => {
  const seen = await store.findSigner(tx, agreementSigner)
  const standing = seen && (await lockRound(tx, seen.signingId))
  const signer = standing?.signers.find(({ id }) => id === agreementSigner)
  return standing && signer ? { standing, signer, userId: signer.userId } : undefined
}

const sign = action(contract.signAgreement, {
  load: lockSigner,
  may: maySign,
  act: async ({ tx, actor, platform, address }, { standing, signer }, { mark, hash }) => {
    const allowed = rules.decideSign(standing.round, signer, standing.signers, hash)
    if (isRefusal(allowed)) return allowed
    const method = (await hasFactor(tx, actor.userId ?? "")) ? "sign_in_factor" : "sign_in"
    await giveSignature(tx, standing, signer, { mark, method, address })
    return signingOverview(tx, platform, standing.draft)
  },
})

const onPaper = action(contract.signedOnPaper, {
  load: lockSigner,
  may: mayRun,
  act: async ({ tx, platform, today }, { standing, signer }, { fileId, paperOn, countsFor }) => {
    const allowed = rules.decidePaper(standing.round, signer, standing.signers)
    if (isRefusal(allowed)) return allowed
    const subject = { kind: "agreement_draft", id: standing.draft.id }
    const held = await holdFiles(tx, subject, [fileId], "signed")
    if (isRefusal(held)) return held
    const [file] = held
    if (!file) return refuse("no-such-file", { field: "fileId" })
    const fits = decideSigned(file, paperOn, today)
    if (isRefusal(fits)) return { ...fits, detail: { ...fits.detail, field: fieldOf[fits.refusal] } }
    const paper = {
      ...{ paperFileId: file.id, paperHash: file.hash, paperOn, paperByName: await ownName(tx) },
      countsOn: countsFor === "written" ? paperOn : todayOf(tx, standing.draft.content),
    }
    await giveSignature(tx, standing, signer, { paper, method: "paper" })
    return signingOverview(tx, platform, standing.draft)
  },
})

const fieldOf = { "pdf-expected": "fileId", "not-yet-signed": "paperOn" } as const

const decline = action(contract.declineSigning, {
  load: lockSigner,
  may: maySign,
  act: async ({ tx, platform }, { standing, signer }, { reason, isShared }) => {
    const allowed = rules.decideDecline(standing.round, signer)
    if (isRefusal(allowed)) return allowed
    await giveRefusal(tx, standing, signer, { reason, isShared })
    return signingOverview(tx, platform, standing.draft)
  },
})

const replace = action(contract.replaceSigner, {
  load: lockSigner,
  may: mayReplace,
  act: async ({ tx, actor, platform }, { standing, signer }, { name, email, reason }) => {
    const isHost = mayRun(actor) === true
    const allowed = rules.decideReplace(standing.round, signer, standing.signers, { email, isHost })
    if (isRefusal(allowed)) return allowed
    await store.saveSigner(tx, signer.id, { state: "replaced", doneAt: tx.now })
    const { partnershipId, signingId, partyId, place } = signer
    const next = await store.insertSigner(tx, {
      ...{ id: newId(), partnershipId, signingId, partyId, place, name, email, state: "waiting" },
      ...{ userId: await accountOf(tx, partyId, email), insteadOf: signer.id },
      ...{ replacedByName: await ownName(tx), replaceReason: reason },
    })
    const told = await about(tx, standing)
    const payload = { ...told.payload, name: signer.name, instead: name }
    await tx.record(events.signerReplaced, { ...told, subjectId: next.id, payload })
    await follow(tx, signingId)
    return signingOverview(tx, platform, standing.draft)
  },
})

const remove = action(contract.removeSigner, {
  load: lockSigner,
  may: mayRun,
  act: async ({ tx, platform }, { standing, signer }, { reason }) => {
    const allowed = rules.decideRemove(standing.round, signer, standing.signers)
    if (isRefusal(allowed)) return allowed
    const gone = await store.saveSigner(tx, signer.id, {
      ...{ state: "removed", doneAt: tx.now, replacedByName: await ownName(tx), replaceReason: reason },
    })
    const told = await about(tx, standing)
    await tx.record(events.signerRemoved, {
      ...{ ...told, subjectId: signer.id, payload: { ...told.payload, name: signer.name } },
    })
    const left = standing.signers.map((each) => (each.id === gone.id ? gone : each))
    await endIfSigned(tx, standing.round, left)
    await follow(tx, signer.signingId)
    return signingOverview(tx, platform, standing.draft)
  },
})

const remind = action(contract.remindSigner, {
  load: lockSigner,
  may: mayRun,
  act: async ({ tx, platform, now }, { standing, signer }) => {
    const allowed = rules.decideReminder(standing.round, signer, standing.signers, now)
    if (isRefusal(allowed)) return allowed
    // Asked anew by the job that asks everybody.
    await store.saveSigner(tx, signer.id, { remindedAt: null })
    await follow(tx, signer.signingId)
    return signingOverview(tx, platform, standing.draft)
  },
})

const recallRound = action(contract.recallSigning, {
  load: (tx, { agreementSigning }) => lockRound(tx, agreementSigning),
  may: mayRun,
  act: async ({ tx, platform }, standing, { reason }) => {
    const allowed = rules.decideRecall(standing.round)
    if (isRefusal(allowed)) return allowed
    await recall(tx, standing, reason)
    return signingOverview(tx, platform, standing.draft)
  },
})

export const actions = [get, start, sign, onPaper, decline, replace, remove, remind, recallRound]
