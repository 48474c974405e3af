import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { nextEnd } from "./facts.ts"

const of = (key: string) => sql`(agreements_next.next_end ->> ${sql.lit(key)})`

/** Which agreement ends next, and until when it can be given notice. */
export const figures: Figures = {
  of: ["agreement"],
  join: ({ workspaceId, id, today }) => nextEnd(workspaceId, id, today, "agreements_next"),
  columns: {
    agreement_id: sql`${of("agreementId")}::uuid`,
    ends_on: sql`${of("endsOn")}::date`,
    notice_on: sql`${of("noticeOn")}::date`,
  },
  // The day after, another one ends next.
  changesOn: sql`(${of("endsOn")}::date + 1)`,
}
