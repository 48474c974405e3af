import type { Actor } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { action, nothing, whoeverSeesIt } from "#platform/action"
import { listMarks, removeMark } from "./actions/marks.ts"
import * as contract from "./contract.ts"
import { organizationChanged } from "./events.ts"
import { mayEditOrganization, mayReadOrganizations } from "./policy.ts"
import { recordOrganization } from "./recordOrganization.ts"
import { domainsIn } from "./rules.ts"
import * as store from "./store.ts"

/** The host's view of an organization, with what the caller may do. */
const organizationForHost = (actor: Actor, row: store.OrganizationRow): contract.OrganizationForHost => ({
  ...row,
  abilities: { edit: mayEditOrganization(actor) },
})

const list = action(contract.listOrganizations, {
  load: store.listOrganizations,
  may: whoeverSeesIt,
  act: async ({ actor }, { items, next }) => ({ items: items.map((row) => organizationForHost(actor, row)), next }),
})

const get = action(contract.getOrganization, {
  load: (tx, { organization }) => store.findOrganization(tx, organization),
  may: whoeverSeesIt,
  act: async ({ actor }, row) => organizationForHost(actor, row),
})

const similar = action(contract.findSimilarOrganizations, {
  load: async (tx, { domains, ...sought }) => ({
    items: await store.findSimilar(tx, { ...sought, domains: domainsIn(domains) }),
  }),
  may: mayReadOrganizations,
  act: async (_context, found) => found,
})

const create = action(contract.createOrganization, {
  load: nothing,
  may: mayEditOrganization,
  act: async ({ tx, actor }, _nothing, { evenIfSimilar, ...details }) => {
    const row = await recordOrganization(tx, details, evenIfSimilar)
    return isRefusal(row) ? row : organizationForHost(actor, row)
  },
})

const edit = action(contract.editOrganization, {
  load: (tx, { organization }) => store.organizations.lock(tx, organization),
  may: mayEditOrganization,
  act: async ({ tx, actor }, before, { organization: _, ...details }) => {
    const row = await store.saveOrganization(tx, before.id, details)
    await tx.record(organizationChanged, { subjectId: row.id, payload: { before, after: row } })
    return organizationForHost(actor, row)
  },
})

export const actions = [list, get, similar, create, edit, listMarks, removeMark]
