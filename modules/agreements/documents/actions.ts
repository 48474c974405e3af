import { refuse } from "#core/refusal"
import { documentNamed, madeOf, takenDown } from "#modules/documents"
import { heldContent } from "#modules/files"
import { action, whoeverSeesIt } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { agreementExported, draftExported } from "../events.ts"
import * as store from "../store.ts"
import { agreementContract } from "./contract.ts"
import { ofVersionInWord } from "./word.ts"

type Wanted = Readonly<{
  kind: typeof agreementExported | typeof draftExported
  subjectId: string
  draft: store.DraftRow
  version: store.VersionRow
  language: string
}>

/** Read in this transaction, and set on pages when it is over. */
const madeNow = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  { kind, subjectId, draft, version, language }: Wanted,
) => {
  const paper = await agreementContract(tx, platform, draft, version, { language })
  const named = [paper.title, `v${version.number}`]
  const { partnershipId } = draft
  return documentNamed(
    named,
    "pdf",
    takenDown(kind, { subjectId, partnershipId, name: named.join(" "), form: "pdf", audience: "shared" }, async () =>
      madeOf(await platform.renderer.make({ form: "contract", contract: paper }), null),
    ),
  )
}

const ofVersion = action(contract.downloadVersion, {
  // Whoever does not see the draft any more does not see what lay before them either.
  load: async (tx, { agreementVersion }) => {
    const version = await store.findVersion(tx, agreementVersion)
    const draft = version && (await store.findDraft(tx, version.draftId))
    return version && draft ? { version, draft } : undefined
  },
  may: whoeverSeesIt,
  act: async ({ tx, platform }, { version, draft }, { locale }) =>
    madeNow(tx, platform, { kind: draftExported, subjectId: draft.id, draft, version, language: locale }),
})

const ofAgreement = action(contract.downloadAgreement, {
  load: (tx, { agreement }) => store.findAgreement(tx, agreement),
  may: whoeverSeesIt,
  act: async ({ tx, platform }, agreement, { locale }) => {
    const draftId = (await store.draftsInForceWithText(tx, [agreement.id])).get(agreement.id)
    const draft = draftId === undefined ? undefined : await store.findDraft(tx, draftId)
    // An amendment that put other words in their place has a signature of its own, or none.
    const signedFileId = draft?.agreementId ? draft.signedFileId : agreement.signedFileId
    const signed = signedFileId === null ? undefined : await heldContent(tx, signedFileId)
    if (signed !== undefined) return signed
    const version = draft && (await store.latestVersion(tx, draft.id))
    if (!version) return refuse("no-document")
    const subjectId = agreement.id
    return madeNow(tx, platform, { kind: agreementExported, subjectId, draft, version, language: locale })
  },
})

export const documentActions = [ofVersion, ofVersionInWord, ofAgreement]
