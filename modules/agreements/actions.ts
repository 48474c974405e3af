import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { askApproval, voidApprovals, waitsForApproval } from "#modules/approvals"
import { moveCommitmentsEnd } from "#modules/commitments"
import { heldFiles, holdFiles } from "#modules/files"
import { type CompanyNames, companyNames, findPartnership, lockPartnership, partiesNow } from "#modules/partnerships"
import { arePeople } from "#modules/people"
import { action, everyone, nothing, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { termination } from "./approvables.ts"
import { approvingActions } from "./approving/actions.ts"
import * as contract from "./contract.ts"
import { documentActions } from "./documents/actions.ts"
import { draftActions } from "./drafts/actions.ts"
import { asSigned } from "./drafts/apply.ts"
import { contentOf } from "./drafts/content.ts"
import { textActions } from "./drafts/textActions.ts"
import { enterInForce } from "./enterLines.ts"
import { agreementChanged, signedFileNamed, signersNamed } from "./events.ts"
import { noticeActions } from "./notice/actions.ts"
import { noticeView } from "./notice/view.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import { mayEditAgreements, mayGiveNotice } from "./policy.ts"
import {
  decideEdit,
  decideOpen,
  decideSigned,
  decideSignedOn,
  decideTermination,
  isInForce,
  renewalOf,
  signingOf,
  termOf,
} from "./rules.ts"
import * as store from "./store.ts"
import { spokenTemplate } from "./templates/spoken.ts"
import { templateOf } from "./templates.ts"
import { terminate as terminateNow } from "./terminate.ts"

const views = async (tx: WorkspaceTx, rows: readonly store.AgreementRow[]): Promise<contract.AgreementView[]> => {
  const signed = rows.flatMap(({ signedFileId }) => (signedFileId === null ? [] : [signedFileId]))
  const ids = rows.map(({ id }) => id)
  const [fileOf, asked, texts, notices, nameOf] = await Promise.all([
    heldFiles(tx, signed),
    waitsForApproval(tx, termination.kind, ids),
    store.draftsInForceWithText(tx, ids),
    store.standingNotices(tx, ids),
    companyNames(
      tx,
      rows.map(({ partnershipId }) => partnershipId),
    ),
  ])
  return rows.map((row) => ({
    ...view(tx, row, asked.has(row.id), ofNotice(tx, notices.get(row.id), nameOf)),
    signedFile: fileOf(row.signedFileId) ?? null,
    textDraftId: texts.get(row.id) ?? null,
  }))
}

const ofNotice = (tx: WorkspaceTx, notice: store.NoticeRow | undefined, nameOf: CompanyNames) =>
  notice === undefined ? null : noticeView(tx, notice, nameOf)

const view = (
  { actor, today }: WorkspaceTx,
  row: store.AgreementRow,
  isAsked: boolean,
  notice: contract.AgreementView["notice"],
): Omit<contract.AgreementView, "signedFile" | "textDraftId"> => {
  const { valueMinor, currency, hostCommitments, partnerCommitments, signedFileId: _, ...agreement } = row
  const now = abilityOf(mayEditAgreements(actor), decideOpen(row))
  return {
    ...agreement,
    isInForce: isInForce(row),
    signing: signingOf(row),
    renewal: renewalOf({ ...row, isNoticeStanding: notice !== null }, today),
    notice,
    value: valueMinor === null ? null : { amountMinor: valueMinor, currency },
    commitments: { host: hostCommitments, partner: partnerCommitments },
    abilities: {
      edit: now,
      amend: now,
      terminate: abilityOf(now, isAsked ? refuse("approval-waits") : true),
      giveNotice: abilityOf(mayGiveNotice(actor), notice === null ? decideOpen(row) : refuse("notice-stands")),
      nameSignedFile: mayEditAgreements(actor),
      nameSigners: mayEditAgreements(actor),
    },
  }
}

const reread = async (tx: WorkspaceTx, id: string): Promise<contract.AgreementView> => {
  const row = await store.findAgreement(tx, id)
  if (!row) throw new Error("an agreement just written can be read")
  return viewOf(tx, row)
}

const viewOf = async (tx: WorkspaceTx, row: store.AgreementRow): Promise<contract.AgreementView> => {
  const [one] = await views(tx, [row])
  if (!one) throw new Error("one row has one view")
  return one
}

const list = action(contract.listAgreements, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, { id }) => {
    const rows = await store.agreementsOf(tx, id)
    return { items: await views(tx, rows), abilities: { enter: mayEditAgreements(actor) } }
  },
})

const get = action(contract.getAgreement, {
  load: (tx, { agreement }) => store.findAgreement(tx, agreement),
  may: whoeverSeesIt,
  act: async ({ tx }, row) => viewOf(tx, row),
})

const enter = action(contract.enterAgreement, {
  load: (tx, { partnership }) => lockPartnership(tx, partnership),
  may: mayEditAgreements,
  act: async ({ tx, today }, partnership, { partnership: _, signedOn, hostSigner, partnerSigner, ...content }) => {
    const signed = decideSignedOn(signedOn, today)
    if (isRefusal(signed)) return signed
    const owners = content.objectives.flatMap(({ hostOwnerId, partnerOwnerId }) =>
      [hostOwnerId, partnerOwnerId].filter((owner) => owner !== undefined),
    )
    if (!(await arePeople(tx, owners))) return refuse("unknown-owner")
    const signatures = { signedOn, hostSigner, partnerSigner }
    const of = { id: newId(), partnership, parties: await partiesNow(tx, partnership), signatures }
    const entered = await enterInForce(tx, of, content)
    return isRefusal(entered) ? entered : reread(tx, entered.id)
  },
})

const edit = action(contract.editAgreement, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, now }, before, { agreement: _, ...input }) => {
    const allowed = decideEdit(before, input)
    if (isRefusal(allowed)) return allowed
    const base = await contentOf(tx, before)
    const { title, startsOn, endsOn = null, autoRenews } = input
    const isSaidAnew = endsOn !== before.endsOn || startsOn !== before.startsOn
    const terms = { title, startsOn, endsOn, autoRenews, ...termOf(input) }
    const term = { ...terms, ...asSigned(before, isSaidAnew) }
    const isNoticeStanding = (await store.standingNotice(tx, before.id)) !== undefined
    await store.agreements.save(tx, before.id, { ...term, ...(await noticeReckoner(tx))(term, isNoticeStanding) })
    await voidApprovals(tx, "agreement", before.id)
    if (terms.endsOn !== before.endsOn) await moveCommitmentsEnd(tx, before.id, before.endsOn, terms.endsOn)
    const { value, objectives, commitments } = base
    await store.insertDraft(tx, {
      ...{ id: newId(), partnershipId: before.partnershipId, agreementId: before.id, kind: "correction" },
      ...{
        state: "in_force",
        inForceAt: now,
        base,
        content: { ...input, ...(value && { value }), objectives, commitments },
      },
    })
    const was = { title: before.title, startsOn: before.startsOn, endsOn: before.endsOn, autoRenews: before.autoRenews }
    await tx.record(agreementChanged, {
      subjectId: before.id,
      partnershipId: before.partnershipId,
      payload: { before: { ...was, ...termOf(before) }, after: terms },
    })
    return reread(tx, before.id)
  },
})

const nameSigned = action(contract.nameSignedFile, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, today }, before, { fileId, signedOn = before.signedOn }) => {
    const held = await holdFiles(tx, { kind: "agreement", id: before.id }, [fileId], "signed")
    if (isRefusal(held)) return held
    const [file] = held
    if (!file) return refuse("no-such-file", { field: "fileId" })
    const allowed = decideSigned(file, signedOn, today)
    if (isRefusal(allowed)) return allowed
    await store.agreements.save(tx, before.id, { signedFileId: fileId, signedOn })
    await tx.record(signedFileNamed, {
      subjectId: before.id,
      partnershipId: before.partnershipId,
      payload: { title: before.title, fileName: file.name, hash: file.hash, signedOn },
    })
    return reread(tx, before.id)
  },
})

const nameSigners = action(contract.nameSigners, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, today }, before, { signedOn, hostSigner, partnerSigner }) => {
    const allowed = decideSignedOn(signedOn, today)
    if (isRefusal(allowed)) return allowed
    const { id, partnershipId, title } = before
    const row = await store.agreements.save(tx, id, { signedOn, hostSigner, partnerSigner })
    await tx.record(signersNamed, {
      ...{ subjectId: id, partnershipId },
      payload: { title, signing: signingOf(row), signedOn: row.signedOn },
    })
    return reread(tx, id)
  },
})

const terminate = action(contract.terminateAgreement, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx, platform }, before, { endsOn, reason }) => {
    const allowed = decideTermination(before, endsOn)
    if (isRefusal(allowed)) return allowed
    const asked = await askApproval(tx, platform.texts, termination, {
      subjectId: before.id,
      intent: { endsOn, reason },
    })
    if (isRefusal(asked)) return asked
    if (!asked) {
      await terminateNow(tx, before, { endsOn, reason })
      await voidApprovals(tx, "agreement", before.id)
    }
    return reread(tx, before.id)
  },
})

const template = action(contract.getTemplate, {
  load: nothing,
  may: everyone,
  act: async ({ platform }, _nothing, { type, language }) => {
    const { signals, ...more } = spokenTemplate(templateOf(type), platform.texts.in(language))
    return { ...more, signals: [...signals] }
  },
})

export const actions = [
  list,
  get,
  enter,
  edit,
  nameSigned,
  nameSigners,
  terminate,
  template,
  ...noticeActions,
  ...draftActions,
  ...textActions,
  ...approvingActions,
  ...documentActions,
]
