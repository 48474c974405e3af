import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { overStages } from "./rules.ts"

const over = sql.raw(`(${overStages.map((stage) => `'${stage}'`).join(", ")})`)

/** The rule `isLive` in SQL, over rows of `partnership` named by the alias `of`. */
export const isLiveIn = (of: string) => sql<boolean>`${sql.ref(`${of}.stage`)} not in ${over}`

/** The name of the partnership that a row names; null where the reader may not see it. */
export const partnershipNameOf = (workspaceId: Id, partnership: string) =>
  sql<
    string | null
  >`(select p.name from partnership p where p.workspace_id = ${workspaceId} and p.id = ${sql.ref(partnership)})`
