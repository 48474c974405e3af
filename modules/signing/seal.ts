import type { System } from "#core/actor"
import { languageOf } from "#core/languages"
import { isRefusal } from "#core/refusal"
import { agreementContract, findDraft, findVersion, keepSealed, zoneOf } from "#modules/agreements"
import { mailsOf } from "#modules/links"
import { sealAndKeep } from "#modules/seals"
import { accountById } from "#platform/accounts"
import type { Contract } from "#platform/documents/contract/contract"
import { workspaceJob } from "#platform/jobs"
import type { Platform } from "#platform/platform"
import { speechIn } from "#platform/texts"
import type { Tx } from "#platform/tx"
import { fileNameOf } from "#rules/documents"
import { signByLink } from "./byLink.ts"
import { certificateOf } from "./certificate.ts"
import * as events from "./events.ts"
import { about, type Standing } from "./give.ts"
import { partiesTo } from "./lying.ts"
import * as store from "./store.ts"
import { sealRound } from "./tasks.ts"

type ToSeal = Readonly<{ standing: Standing; contract: Contract; reason: string }>

/** What was signed, set as it is kept: in the language of who sent it to be signed. */
const readFinished = async (tx: Tx<System>, platform: Platform, signingId: string): Promise<ToSeal | undefined> => {
  const round = await store.findRound(tx, signingId)
  const draft = round && (await findDraft(tx, round.draftId))
  const version = round && (await findVersion(tx, round.versionId))
  if (!round || !draft || !version || round.concludedAt === null) return undefined
  const standing = { round, draft, signers: await store.signersOf(tx, [round.id]) }
  const starter = round.startedBy === null ? undefined : await accountById(tx, round.startedBy)
  const language = languageOf(starter?.locale)
  const speech = speechIn(platform.texts, language, zoneOf(tx, draft.content))
  const { nameOf } = await partiesTo(tx, draft)
  const certificate = certificateOf(standing, {
    ...{ speech, nameOf, starter: starter?.name ?? null },
    mails: await mailsOf(
      tx,
      signByLink,
      standing.signers.map(({ id }) => id),
    ),
    verifyAt: `${platform.config.publicUrl}/verify`,
  })
  const names = standing.signers.filter(({ state }) => state === "signed").map(({ name }) => name)
  return {
    standing,
    contract: await agreementContract(tx, platform, draft, version, {
      language,
      certificate,
      madeAt: round.endedAt ?? round.concludedAt,
    }),
    reason: speech.say("documents:signing.reason", { names }),
  }
}

/** Makes the finished document and seals it, once: set again after a crash it is sealed from what is written down, never over itself. */
export const seal = workspaceJob({
  ...sealRound,
  run: async ({ signingId }, { platform, system, transact }) => {
    const ready = await transact((tx) => readFinished(tx, platform, signingId))
    if (!ready) return
    const { standing, contract, reason } = ready
    const { round, draft, signers } = standing
    const pdf = await platform.renderer.make({ form: "contract", contract })
    if (isRefusal(pdf)) throw new Error(`the signed document of ${signingId} could not be made: ${pdf.refusal}`)
    if (!(pdf instanceof Uint8Array)) throw new Error("a contract is made in one piece")
    const { title } = draft.content
    const sealed = await sealAndKeep(platform, system, {
      subject: { kind: "agreement_draft", id: draft.id },
      ...{
        partnershipId: round.partnershipId,
        title,
        fileName: fileNameOf([title], "pdf"),
        pdf,
        contentHash: round.hash,
        reason,
      },
      signers: signers.filter(({ state }) => state === "signed").length,
    })
    await transact(async (tx) => {
      const locked = await store.lockRound(tx, signingId)
      if (!locked || locked.sealedAt !== null) return
      await store.saveRound(tx, signingId, { sealedAt: tx.now })
      await keepSealed(tx, draft.id, sealed.fileId)
      const told = await about(tx, standing)
      await tx.record(events.signedFileSealed, { ...told, payload: { ...told.payload, sha256: sealed.sha256 } })
    })
  },
})
