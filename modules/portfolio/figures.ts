import { addDays } from "#core/time"
import { measuredSum, oldestMeasured } from "#modules/measurements"
import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { revenueWindowDays } from "./rules.ts"

/**
 * What a partnership is worth, in its own currency; and in the workspace's, to be sorted by. Nobody has told a rate: what is in another
 * currency is not known in the workspace's. Beside it what lists are sorted and narrowed by of the record itself, and by whose names a line is
 * completed when it is read.
 */
export const figures: Figures = {
  of: ["measurement", "partnership", "partnership_tag"],
  join: ({ workspaceId, id, today }) => {
    const since = addDays(today, -revenueWindowDays)
    return sql`
    left join lateral (
      select ${measuredSum(workspaceId, id, "revenue", since)} as measured,
        ${oldestMeasured(workspaceId, id, "revenue", since)} + ${sql.lit(revenueWindowDays + 1)} as changes_on) portfolio_revenue on true
    left join workspace portfolio_home on portfolio_home.id = ${workspaceId}`
  },
  columns: {
    ...{ name: sql`p.name`, type: sql`p.type`, stage: sql`p.stage`, updated_at: sql`p.updated_at` },
    ...{ tier: sql`p.tier`, region: sql`p.region`, program: sql`p.program` },
    organization_id: sql`p.organization_id`,
    owner_id: sql`p.owner_id`,
    currency: sql`p.currency`,
    revenue: sql`portfolio_revenue.measured`,
    value: sql`case when p.currency = portfolio_home.currency then portfolio_revenue.measured end`,
  },
  changesOn: sql`portfolio_revenue.changes_on`,
}
