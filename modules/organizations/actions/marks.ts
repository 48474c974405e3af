import { action } from "#platform/action"
import * as contract from "../contract.ts"
import { markRemoved, organizationChanged } from "../events.ts"
import { mayEditOrganization, mayReadOrganizations } from "../policy.ts"
import { marksShown } from "../rules.ts"
import * as store from "../store.ts"

export const listMarks = action(contract.listMarks, {
  load: async (tx, { organization }) => {
    const known = await store.originOf(tx, organization)
    return known && { known, brought: await store.marksOf(tx, organization) }
  },
  may: mayReadOrganizations,
  act: async ({ actor }, { known, brought }) => ({
    items: [...marksShown(known, brought)],
    abilities: { remove: mayEditOrganization(actor) },
  }),
})

export const removeMark = action(contract.removeMark, {
  load: async (tx, { organization, mark }) => {
    const company = await store.organizations.lock(tx, organization)
    const found = company && (await store.marksOf(tx, organization)).find(({ id }) => id === mark)
    return found && { company, found }
  },
  may: mayEditOrganization,
  act: async ({ tx }, { company, found: { id, kind, value } }) => {
    await store.retractMark(tx, id)
    await tx.record(markRemoved, { subjectId: company.id, payload: { kind, value } })
    if (kind === "domain" && company.domains.includes(value)) {
      const domains = company.domains.filter((domain) => domain !== value)
      const after = await store.organizations.save(tx, company.id, { domains })
      await tx.record(organizationChanged, { subjectId: company.id, payload: { before: company, after } })
    }
    return { id }
  },
})
