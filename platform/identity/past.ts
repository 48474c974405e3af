import type { RefusalKind } from "#core/refusalsOfNote"
import type { Instant } from "#core/time"
import type { SecurityEvent } from "#platform/securityEvents"
import type { Ground } from "./ground.ts"

/** What happened at the doors before: only the demo tells of a past that nobody recorded. */
export type PastAtDoors = Readonly<{
  id: string
  kind: SecurityEvent["kind"] | RefusalKind
  userId: string
  at: Instant
  lastAt: Instant
  times: number
  address: string
  device: string
  /** Of what was refused in a workspace. */
  workspaceId: string | null
  asked: readonly string[]
}>

/** Tells it once: of people of whom something as old is known, nothing more is told. */
export const tellPast =
  ({ pool, clock }: Pick<Ground, "pool" | "clock">) =>
  async (past: readonly PastAtDoors[]): Promise<void> => {
    await pool.query(
      `with told as (select * from jsonb_to_recordset($1::jsonb) r (id uuid, kind text, "userId" text, at timestamptz, "lastAt" timestamptz,
          times integer, address text, device text, "workspaceId" uuid, asked jsonb))
        insert into security_event (id, kind, user_id, at, last_at, times, address, device, workspace_id, asked)
          select id, kind, "userId", at, "lastAt", times, address, device, "workspaceId", array(select jsonb_array_elements_text(asked))
          from told where not exists (select from security_event e
            where e.user_id in (select "userId" from told) and e.at < $2::timestamptz - make_interval(hours => 12))`,
      [JSON.stringify(past), clock.now()],
    )
  }
