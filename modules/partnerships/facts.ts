import { sql } from "#platform/database"
import { overStages } from "./rules.ts"

const over = sql.raw(`(${overStages.map((stage) => `'${stage}'`).join(", ")})`)

/** The rule `isLive` in SQL, over rows of `partnership` named by the alias `of`. */
export const isLiveIn = (of: string) => sql<boolean>`${sql.ref(`${of}.stage`)} not in ${over}`
