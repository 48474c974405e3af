import { sql } from "#platform/database"
import type { Figures } from "#platform/figures"
import { lastActivity } from "./facts.ts"

/** When something last happened, and when both sides last spoke with each other: a mail that nobody answers is no contact. */
export const figures: Figures = {
  of: ["activity"],
  join: ({ workspaceId, id }) => sql`${lastActivity(workspaceId, id, "activities_last")}
    left join lateral (
      select a.occurred_at from activity a
      where a.workspace_id = ${workspaceId} and a.partnership_id = ${id} and a.retracted_at is null and a.direction = 'two_way'
      order by a.occurred_at desc limit 1) activities_contact on true`,
  columns: {
    last_activity_at: sql`activities_last.last_activity_at`,
    last_contact_at: sql`activities_contact.occurred_at`,
  },
}
