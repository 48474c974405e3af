import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { DealState } from "./rules.ts"

export const deals = tableOf<{ state: DealState; registeredBy: Side }>()(
  "deal",
  [
    "id",
    "partnershipId",
    "name",
    "customer",
    "amountMinor",
    "currency",
    "state",
    "partyId",
    "registeredBy",
    "registeredAt",
    "answeredAt",
    "closeOn",
    "closedOn",
    "retractedAt",
    "version",
  ],
  { made: ["recordedAt"] },
)

export type DealRow = Row<typeof deals>

type Filter = Readonly<{
  partnership: Id
  limit: number
  after?: string | undefined
  sort: "registeredAt" | "-registeredAt"
  state?: DealState | undefined
}>

export const listDeals = (tx: WorkspaceTx, { partnership, state, ...asked }: Filter) =>
  deals.page(tx, asked, (rows) => {
    const standing = rows.where("partnershipId", "=", partnership).where("retractedAt", "is", null)
    return state === undefined ? standing : standing.where("state", "=", state)
  })

export const insertDeal = deals.insert
