import { call } from "#client/call"
import { listPartnerships } from "#contract/portfolio"
import { type CsvCell, csvOf } from "#ui/files"
import { filterOf, type PortfolioView } from "./view.ts"

const headers = [
  ...["name", "organization", "type", "stage", "owner", "region", "tier"],
  ...[
    "drift",
    "onset_on",
    "silent_since",
    "first_side",
    "probability",
    "kept_host",
    "due_host",
    "kept_partner",
    "due_partner",
  ],
  ...["ends_on", "notice_on", "last_activity_at"],
]

/** The whole filtered view, page after page, as one file. */
export const exportView = async (view: PortfolioView): Promise<Blob> => {
  const rows: CsvCell[][] = [headers]
  for (let after: string | undefined, hasMore = true; hasMore; ) {
    const page = await call(listPartnerships, {
      query: { ...filterOf(view), sort: view.sort, limit: 200, ...(after === undefined ? {} : { after }) },
    })
    for (const { drift, kept, nextEnd, ...row } of page.items)
      rows.push([
        ...[row.name, row.organizationName, row.type, row.stage, row.owner?.name, row.region, row.tier],
        ...[drift.state, drift.onsetOn, drift.silentSince, drift.firstSide, drift.probability],
        ...[kept.host.kept, kept.host.due, kept.partner.kept, kept.partner.due],
        ...[nextEnd?.endsOn, nextEnd?.noticeOn, row.lastActivityAt],
      ])
    after = page.next ?? undefined
    hasMore = page.next !== null
  }
  return csvOf(rows)
}
