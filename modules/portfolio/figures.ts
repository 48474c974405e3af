import { addDays } from "#core/time"
import { measuredSum } from "#modules/measurements"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { revenueWindowDays } from "./rules.ts"

/**
 * What a partnership is worth, in its own currency; and in the workspace's, to be sorted by. Nobody has told a rate: what is in another
 * currency is not known in the workspace's.
 */
export const figures: Figures = {
  of: ["measurement"],
  join: ({ workspaceId, id, today }) => sql`
    left join lateral (
      select ${measuredSum(workspaceId, id, "revenue", addDays(today, -revenueWindowDays))} as measured) portfolio_revenue on true
    left join workspace portfolio_home on portfolio_home.id = ${workspaceId}`,
  columns: {
    revenue: sql`portfolio_revenue.measured`,
    value: sql`case when p.currency = portfolio_home.currency then portfolio_revenue.measured end`,
  },
}
