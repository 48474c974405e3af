import { createOrganization } from "#contract/organizations"
import { addParty, createPartnership } from "#contract/partnerships"
import type { Id } from "#core/ids"
import type { Caller, TestWorkspace } from "./keelson.ts"

/** A partnership of the host with two companies, and somebody who acts for each of the three. */
export type Consortium = Readonly<{
  partnership: Id
  /** The leading company, and the second one. */
  companies: readonly [Id, Id]
  host: Caller
  first: Caller
  second: Caller
}>

/** Records a consortium in a workspace: the second company is a party like the first, and must see nothing of what the first keeps. */
export const recordConsortium = async (workspace: TestWorkspace, name = "Grid"): Promise<Consortium> => {
  const host = await workspace.as("owner")
  const { body: made } = await host.call(createPartnership, {
    type: "consortium",
    name,
    newOrganization: { name: `${name} One`, evenIfSimilar: true },
  })
  const { body: second } = await host.call(createOrganization, { name: `${name} Two`, evenIfSimilar: true })
  await host.call(addParty, { partnership: made.id, organizationId: second.id })
  return {
    partnership: made.id,
    companies: [made.organizationId, second.id],
    host,
    first: await workspace.asPartner(made.organizationId),
    second: await workspace.asPartner(second.id),
  }
}
