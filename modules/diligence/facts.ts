import type { PlainDate } from "#core/time"
import { sql } from "#platform/database"

const at = (of: string, column: string) => sql.ref(`${of}.${column}`)

/** The standing `expired` in SQL, over rows of `diligence_item` named by the alias `of`. */
export const isExpiredIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${at(of, "state")} <> 'not_needed' and ${at(of, "valid_through")} is not null and ${at(of, "valid_through")} < ${today}::date)`

/** The standing `expiring`. */
export const isExpiringIn = (of: string, today: PlainDate) =>
  sql<boolean>`(${at(of, "state")} <> 'not_needed' and ${at(of, "remind_on")} is not null and ${at(of, "remind_on")} <= ${today}::date
    and ${at(of, "valid_through")} >= ${today}::date)`

/** Required, and nothing of it was ever accepted. */
export const isMissingIn = (of: string) =>
  sql<boolean>`(${at(of, "is_required")} and ${at(of, "state")} <> 'not_needed' and ${at(of, "accepted_round")} is null)`
