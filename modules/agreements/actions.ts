import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { endCommitmentsOf, enterCommitments, moveCommitmentsEnd } from "#modules/commitments"
import { insertObjectives } from "#modules/objectives"
import { findPartnership, lockPartnership, partiesNow } from "#modules/partnerships"
import { arePeople } from "#modules/people"
import { action, everyone, nothing, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { agreementChanged, agreementEntered, agreementTerminated } from "./events.ts"
import { noticeReckoner } from "./noticeReckoner.ts"
import { mayEditAgreements } from "./policy.ts"
import { decideEdit, decideLines, decideOpen, decideParties, decideTermination, isInForce } from "./rules.ts"
import * as store from "./store.ts"
import { templateOf } from "./templates.ts"

const view = ({ actor }: WorkspaceTx, row: store.AgreementRow): contract.AgreementView => {
  const { valueMinor, currency, hostCommitments, partnerCommitments, ...agreement } = row
  const now = abilityOf(mayEditAgreements(actor), decideOpen(row))
  return {
    ...agreement,
    isInForce: isInForce(row),
    value: valueMinor === null ? null : { amountMinor: valueMinor, currency },
    commitments: { host: hostCommitments, partner: partnerCommitments },
    abilities: { edit: now, terminate: now },
  }
}

const reread = async (tx: WorkspaceTx, id: string): Promise<contract.AgreementView> => {
  const row = await store.findAgreement(tx, id)
  if (!row) throw new Error("an agreement just written can be read")
  return view(tx, row)
}

const list = action(contract.listAgreements, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, { id }) => {
    const rows = await store.agreementsOf(tx, id)
    return { items: rows.map((row) => view(tx, row)), abilities: { enter: mayEditAgreements(actor) } }
  },
})

const get = action(contract.getAgreement, {
  load: (tx, { agreement }) => store.findAgreement(tx, agreement),
  may: whoeverSeesIt,
  act: async ({ tx }, row) => view(tx, row),
})

const enter = action(contract.enterAgreement, {
  load: (tx, { partnership }) => lockPartnership(tx, partnership),
  may: mayEditAgreements,
  act: async ({ tx }, partnership, input) => {
    const { id: partnershipId, currency } = partnership
    const { title, startsOn, endsOn = null, noticeDays = null, autoRenews, signedOn = null, value } = input
    const lines = decideLines(input, input)
    if (isRefusal(lines)) return lines
    const owned = decideParties(await partiesNow(tx, partnership), lines)
    if (isRefusal(owned)) return owned
    const owners = lines.objectives.flatMap(({ hostOwnerId, partnerOwnerId }) =>
      [hostOwnerId, partnerOwnerId].filter((owner) => owner !== undefined),
    )
    if (!(await arePeople(tx, owners))) return refuse("unknown-owner")

    const id = newId()
    const money = { valueMinor: value?.amountMinor ?? null, currency: value?.currency ?? currency }
    await store.agreements.insert(tx, {
      state: "in_force",
      id,
      partnershipId,
      title,
      startsOn,
      endsOn,
      noticeDays,
      noticeOn: (await noticeReckoner(tx))({ endsOn, noticeDays }),
      autoRenews,
      signedOn,
      ...money,
    })
    await insertObjectives(
      tx,
      owned.objectives.map((line) => ({
        id: newId(),
        partnershipId,
        agreementId: id,
        ...line,
        endsOn: line.endsOn ?? startsOn,
      })),
    )
    await enterCommitments(tx, { partnershipId, agreementId: id }, owned.commitments)
    const counts = { objectives: lines.objectives.length, commitments: lines.commitments.length }
    await tx.record(agreementEntered, {
      subjectId: id,
      partnershipId,
      payload: { title, startsOn, endsOn, noticeDays, ...counts },
    })
    return reread(tx, id)
  },
})

const edit = action(contract.editAgreement, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx }, before, { agreement: _, ...input }) => {
    const allowed = decideEdit(before, input)
    if (isRefusal(allowed)) return allowed
    const terms = { ...input, endsOn: input.endsOn ?? null, noticeDays: input.noticeDays ?? null }
    await store.agreements.save(tx, before.id, { ...terms, noticeOn: (await noticeReckoner(tx))(terms) })
    if (terms.endsOn !== before.endsOn) await moveCommitmentsEnd(tx, before.id, before.endsOn, terms.endsOn)
    const { title, startsOn, endsOn, noticeDays, autoRenews } = before
    await tx.record(agreementChanged, {
      subjectId: before.id,
      partnershipId: before.partnershipId,
      payload: { before: { title, startsOn, endsOn, noticeDays, autoRenews }, after: terms },
    })
    return reread(tx, before.id)
  },
})

const terminate = action(contract.terminateAgreement, {
  load: (tx, { agreement }) => store.agreements.lock(tx, agreement),
  may: mayEditAgreements,
  act: async ({ tx }, before, { endsOn, reason }) => {
    const allowed = decideTermination(before, endsOn)
    if (isRefusal(allowed)) return allowed
    await store.agreements.save(tx, before.id, {
      state: "terminated",
      endsOn,
      noticeOn: (await noticeReckoner(tx))({ ...before, endsOn }),
      autoRenews: false,
    })
    await endCommitmentsOf(tx, before.id, endsOn)
    await tx.record(agreementTerminated, {
      subjectId: before.id,
      partnershipId: before.partnershipId,
      payload: { title: before.title, endsOn, before: before.endsOn, reason },
    })
    return reread(tx, before.id)
  },
})

const template = action(contract.getTemplate, {
  load: nothing,
  may: everyone,
  act: async (_context, _nothing, { type }) => {
    const { commitments, objectives, signals, ...more } = templateOf(type)
    return { ...more, commitments: [...commitments], objectives: [...objectives], signals: [...signals] }
  },
})

export const actions = [list, get, enter, edit, terminate, template]
