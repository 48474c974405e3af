import { abilityOf } from "#core/ability"
import { isRefusal } from "#core/refusal"
import { outsideContent, outsideFiles } from "#modules/files"
import { action } from "#platform/action"
import { notFound } from "#platform/problem"
import type { WorkspaceTx } from "#platform/tx"
import { candidateOf, sendReceipt } from "../applying.ts"
import { claimedDomains, conflictsMet } from "../conflicts.ts"
import * as contract from "../contract.ts"
import { applicantAsked, applicationAccepted, applicationDiscarded } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { decideAsking, decideSettling, isSerious } from "../rules.ts"
import * as store from "../store.ts"

const rowViews = async (tx: WorkspaceTx, rows: readonly store.ApplicationRow[]): Promise<contract.ApplicationRow[]> => {
  const stages = await store.stagesOf(
    tx,
    rows.flatMap(({ candidateId }) => candidateId ?? []),
  )
  const titles = new Map((await store.allForms(tx)).map((form) => [form.id, store.titleOf(form)]))
  return rows.map(({ id, formId, state, suspicions, company, country, person, email, candidateId, ...row }) => ({
    ...{ id, formId, formTitle: titles.get(formId) ?? "", state, suspicions, company, country, person, email },
    ...{ candidateId, stage: candidateId === null ? null : (stages.get(candidateId) ?? null) },
    ...{ receivedAt: row.receivedAt, version: row.version },
  }))
}

const whole = async (tx: WorkspaceTx, row: store.ApplicationRow): Promise<contract.WholeApplication> => {
  const [view] = await rowViews(tx, [row])
  if (!view) throw new Error("one row has one view")
  const { company: name, country, registrationNumber, settledBy } = row
  // Of a candidate its own page says it, with what its company's record holds by now.
  const met =
    row.candidateId === null
      ? await conflictsMet(tx, { name, country, registrationNumber, domains: claimedDomains(row) })
      : []
  const names = await store.memberNames(tx, settledBy === null ? [] : [settledBy])
  const edit = mayEditCandidates(tx.actor)
  const settle = abilityOf(edit, decideSettling(row.state))
  return {
    ...view,
    ...{ language: row.language, website: row.website, registrationNumber, answers: row.answers },
    ...{ additions: row.additions, why: row.why, settledAt: row.settledAt },
    settledBy: settledBy === null ? null : (names.get(settledBy) ?? null),
    files: (await outsideFiles(tx, aboutOf(row))).map(({ id, name: fileName, bytes, check, download }) => ({
      ...{ id, name: fileName, bytes, check, download },
    })),
    conflicts: met.map((each) => ({ ...each, isSerious: isSerious(each.kind) })),
    abilities: { accept: settle, discard: settle, ask: abilityOf(edit, decideAsking(row.state, view.stage)) },
  }
}

const aboutOf = ({ id }: Readonly<{ id: string }>) => ({ kind: "application", id })

const list = action(contract.listApplications, {
  load: store.listApplications,
  may: mayReadCandidates,
  act: async ({ tx }, { items, next }) => ({ items: await rowViews(tx, items), next }),
})

const find = (tx: WorkspaceTx, { application }: Readonly<{ application: string }>) =>
  store.applications.find(tx, application)

const lock = (tx: WorkspaceTx, { application }: Readonly<{ application: string }>) =>
  store.applications.lock(tx, application)

const get = action(contract.getApplication, {
  load: find,
  may: mayReadCandidates,
  act: ({ tx }, row) => whole(tx, row),
})

/** What is written of an application in the record. */
const about = async (tx: WorkspaceTx, { id, company, formId }: store.ApplicationRow) => {
  const form = await store.forms.find(tx, formId)
  if (!form) throw new Error("an application has a form")
  return { form, said: { subjectId: id, payload: { name: company, form: store.titleOf(form) } } }
}

const accept = action(contract.acceptApplication, {
  load: lock,
  may: mayEditCandidates,
  act: async ({ tx, actor, now }, row) => {
    const allowed = decideSettling(row.state)
    if (isRefusal(allowed)) return allowed
    const { form, said } = await about(tx, row)
    const candidateId = await candidateOf(tx, form, row)
    const settled = { settledBy: readerOf(actor) ?? null, settledAt: now }
    const saved = await store.applications.save(tx, row.id, { state: "received", candidateId, ...settled })
    await tx.record(applicationAccepted, said)
    return whole(tx, saved)
  },
})

const discard = action(contract.discardApplication, {
  load: lock,
  may: mayEditCandidates,
  act: async ({ tx, actor, now }, row, { why }) => {
    const allowed = decideSettling(row.state)
    if (isRefusal(allowed)) return allowed
    const { said } = await about(tx, row)
    const settled = { settledBy: readerOf(actor) ?? null, settledAt: now }
    const saved = await store.applications.save(tx, row.id, { state: "discarded", why, ...settled })
    await tx.record(applicationDiscarded, { ...said, payload: { ...said.payload, why } })
    return whole(tx, saved)
  },
})

const ask = action(contract.askApplicant, {
  load: lock,
  may: mayEditCandidates,
  act: async ({ tx, now, platform }, row, { asked }) => {
    const stage =
      row.candidateId === null ? null : ((await store.stagesOf(tx, [row.candidateId])).get(row.candidateId) ?? null)
    const allowed = decideAsking(row.state, stage)
    if (isRefusal(allowed)) return allowed
    const open = { asked, askedAt: now, words: null, at: null }
    const saved = await store.saveAdditions(tx, row.id, "asked", [...row.additions, open])
    const { said } = await about(tx, row)
    await tx.record(applicantAsked, { ...said, payload: { ...said.payload, asked } })
    await sendReceipt(tx, platform, row)
    return whole(tx, saved)
  },
})

const download = action(contract.downloadApplicationFile, {
  load: find,
  may: mayReadCandidates,
  act: async ({ tx }, row, { applicationFile }) => {
    const content = await outsideContent(tx, aboutOf(row), applicationFile)
    if (content === undefined) throw notFound()
    return content
  },
})

export const applicationActions = [list, get, accept, discard, ask, download]
