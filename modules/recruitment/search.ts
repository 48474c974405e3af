import { sql } from "#platform/database"
import type { Hit, Searchable } from "#platform/searchable"
import type { WorkspaceTx } from "#platform/tx"
import * as store from "./store.ts"

/** By the company's name; what has become a partnership is found as that. */
const candidatesLike = async (tx: WorkspaceTx, text: string): Promise<readonly Hit[]> => {
  const { rows: companies } = await sql<Hit>`
    select * from organizations_like(${tx.actor.workspaceId}, ${text})`.execute(tx.db)
  const found = await store.openCandidatesOf(
    tx,
    companies.map(({ id }) => id),
  )
  return companies.flatMap((company) =>
    found
      .filter(({ organizationId }) => organizationId === company.id)
      .map(({ id, profileName }) => ({ ...company, id, detail: profileName, organizationId: null })),
  )
}

export const search: readonly Searchable[] = [{ kind: "candidate", find: candidatesLike }]
