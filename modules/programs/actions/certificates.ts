import { isRefusal, refuse } from "#core/refusal"
import { decideRetraction } from "#core/retraction"
import { findPartnership, partiesNow } from "#modules/partnerships"
import { contactsNamed } from "#modules/people"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { certificateRecorded, certificateTakenBack } from "../events.ts"
import { mayKeepCertificates } from "../policy.ts"
import { isValidOn } from "../rules.ts"
import * as store from "../store.ts"

const views = async (tx: WorkspaceTx, rows: readonly store.CertificateRow[]): Promise<contract.CertificateView[]> => {
  const people = await contactsNamed(
    tx,
    rows.map(({ contactId }) => contactId),
  )
  return rows.map((row) => {
    const { id, contactId, kind, issuedOn, validUntil } = row
    return {
      ...{ id, contactId, kind, issuedOn, validUntil, person: people.get(contactId)?.name ?? "" },
      isValid: isValidOn(row, tx.today),
      abilities: { takeBack: mayKeepCertificates(tx.actor) },
    }
  })
}

const list = action(contract.listCertificates, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, partnership) => {
    const { companies } = await partiesNow(tx, partnership)
    return {
      items: await views(tx, await store.certificatesOf(tx, companies, contract.mostCertificates)),
      abilities: { record: mayKeepCertificates(actor) },
    }
  },
})

const record = action(contract.recordCertificate, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayKeepCertificates,
  act: async ({ tx, today }, partnership, { contactId, kind, issuedOn, validUntil }) => {
    if (issuedOn > today) return refuse("in-the-future", { field: "issuedOn" })
    if (validUntil !== undefined && validUntil < issuedOn) return refuse("last-day-too-early", { field: "validUntil" })
    const { companies } = await partiesNow(tx, partnership)
    const organizationId = (await contactsNamed(tx, [contactId])).get(contactId)?.organizationId
    if (!organizationId || !companies.includes(organizationId))
      return refuse("person-not-known", { field: "contactId" })
    const known = await store.certificatesOf(tx, [organizationId], contract.mostCertificates)
    if (known.length >= contract.mostCertificates) return refuse("too-many-certificates")
    const row = await store.certificates.insert(tx, {
      ...{ id: newId(), organizationId, contactId, kind, issuedOn, validUntil: validUntil ?? null },
    })
    const payload = { kind, issuedOn, validUntil: row.validUntil }
    await tx.record(certificateRecorded, { subjectId: row.id, payload })
    return (await views(tx, [row]))[0] as contract.CertificateView
  },
})

const takeBack = action(contract.takeBackCertificate, {
  load: (tx, { certificate }) => store.certificates.lock(tx, certificate),
  may: mayKeepCertificates,
  act: async ({ tx, now }, row) => {
    const decided = decideRetraction(row, now)
    if (isRefusal(decided)) return decided
    await store.certificates.save(tx, row.id, decided)
    const { kind, issuedOn } = row
    await tx.record(certificateTakenBack, { subjectId: row.id, payload: { kind, issuedOn } })
    return { id: row.id }
  },
})

export const certificateActions = [list, record, takeBack]
