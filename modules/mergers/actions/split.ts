import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { isRecordingFiles } from "#modules/imports"
import {
  changeOrganization,
  findOrganization,
  insertOrganization,
  lockOrganizations,
  marksOf,
  organizationRecorded,
} from "#modules/organizations"
import { lockPartnerships } from "#modules/partnerships"
import { lockContacts } from "#modules/people"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import { becomeParty, byThemselves, type MovedRows, moveRows } from "#platform/moveCompanyRows"
import type { WorkspaceTx } from "#platform/tx"
import { splitOrganization } from "../contract.ts"
import { organizationSplit } from "../events.ts"
import { askerOf, bare, companyRowsOf, countsOf, holdAccess, partnershipsIn, tellPartnerships } from "../moving.ts"
import { mayMerge } from "../policy.ts"
import * as store from "../store.ts"
import { toldMerger } from "../view.ts"

type Chosen = Readonly<{
  partnerships: readonly Id[]
  contacts: readonly Id[]
  people: readonly Id[]
  marks: readonly Id[]
}>

export const split = action(splitOrganization, {
  load: (tx, { organization }) => findOrganization(tx, organization),
  may: mayMerge,
  act: async (
    { tx, platform },
    { id: formerId },
    { name, domains, takesExternalId, partnerships, contacts, people, marks },
  ) => {
    await holdAccess(tx, [formerId])
    const [former] = await lockOrganizations(tx, [formerId])
    if (!former) return refuse("not-of-this-company")
    if (await isRecordingFiles(tx)) return refuse("import-under-way")
    if ([partnerships, contacts, people, marks, domains].every(({ length }) => length === 0) && !takesExternalId)
      return refuse("nothing-taken-out")
    if (domains.some((domain) => !former.domains.includes(domain)) || (takesExternalId && former.externalId === null))
      return refuse("not-of-this-company", { field: "domains" })
    await lockPartnerships(tx, partnerships)
    await lockContacts(tx, contacts)

    const [id, next] = [newId(), { id: newId(), name }]
    const externalId = takesExternalId ? former.externalId : null
    const own = former.domains.filter((domain) => !domains.includes(domain))
    await changeOrganization(tx, formerId, { domains: own, ...(takesExternalId ? { externalId: null } : {}) })
    await insertOrganization(tx, next.id, { name, domains: [...domains] })
    if (externalId !== null) await changeOrganization(tx, next.id, { externalId })
    const ofDomains = (await marksOf(tx, formerId)).filter(
      ({ kind, value }) => kind === "domain" && domains.includes(value),
    )
    const all = companyRowsOf(platform)
    const moves = await moveChosen(
      tx,
      platform,
      { from: formerId, to: next.id },
      { partnerships, contacts, people, marks: [...marks, ...ofDomains.map((mark) => mark.id)] },
    )
    if (isRefusal(moves)) return moves
    await store.insertMerger(tx, {
      ...{ id, kind: "split", formerId, formerName: former.name, nextId: next.id, nextName: name },
      ...{ domains: [...domains], madeBy: askerOf(tx) },
    })
    await store.insertMoves(tx, id, moves)
    await becomeParty(tx, all, id, false)

    await tx.record(organizationRecorded, { subjectId: next.id, payload: { name } })
    const told = { merger: id, into: next, moved: countsOf(moves) }
    await tx.record(organizationSplit, { subjectId: formerId, payload: told })
    await tellPartnerships(tx, id, partnershipsIn(moves), bare(former), next)
    return toldMerger(tx, id)
  },
})

/** Which of the chosen a table's rows are. */
const chosenIn = (table: string, { partnerships, contacts, people, marks }: Chosen): readonly Id[] => {
  if (table === "partnership" || table === "partnership_party") return partnerships
  if (table === "contact") return contacts
  if (table === "partner_user") return people
  return table === "organization_mark" ? marks : []
}

/** Moves what was chosen, whole: what is no longer the company's is said. */
const moveChosen = async (
  tx: WorkspaceTx,
  platform: Parameters<typeof companyRowsOf>[0],
  companies: Readonly<{ from: Id; to: Id }>,
  chosen: Chosen,
): Promise<readonly MovedRows[] | Refusal<"not-of-this-company">> => {
  const moves: MovedRows[] = []
  for (const rows of byThemselves(companyRowsOf(platform))) {
    const only = chosenIn(rows.table, chosen)
    if (only.length > 0) moves.push(await moveRows(tx, rows, companies, only))
  }
  const gone = new Set(moves.flatMap(({ ids }) => [...ids]))
  return Object.values(chosen).every((ids: readonly Id[]) => ids.every((id) => gone.has(id)))
    ? moves
    : refuse("not-of-this-company")
}
