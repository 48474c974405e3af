import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { CheckResult, RoundState } from "../rules.ts"

export const rounds = tableOf<{ state: RoundState; checkResult: CheckResult | null }>()(
  "diligenceRound",
  [
    ...(["id", "itemId", "number", "state", "note", "link", "issuedOn", "validThrough"] as const),
    ...(["checkResult", "register", "reference", "checkedOn", "givenBy", "givenAt"] as const),
    ...(["reviewedBy", "reviewedAt", "review", "version"] as const),
  ],
  { made: ["givenAt"] },
)
export type RoundRow = Row<typeof rounds>

/** The latest first. */
export const roundsOf = (tx: WorkspaceTx, itemIds: readonly Id[]) =>
  rounds.rows(tx).where("itemId", "=", anyOf(itemIds)).orderBy("number", "desc").orderBy("id").execute()
