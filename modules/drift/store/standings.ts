import type { Id } from "#core/ids"
import { isLiveIn, ofReader } from "#modules/partnerships"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import { isDriftingIn, isSilentIn, standingIn } from "../facts.ts"
import type { Assessment } from "../rules.ts"

type Standings = Readonly<{ partnerships: number; drifting: number; silent: number; notScored: number }>

/** How many stand how, of one's own partnerships or of all. */
export const countStandings = async (tx: WorkspaceTx, whose: "mine" | "all"): Promise<Standings> => {
  const { rows } =
    await sql<Standings>`select count(*) as partnerships, count(*) filter (where ${isDriftingIn("f")}) as drifting,
      count(*) filter (where ${isSilentIn("f")}) as silent, count(*) filter (where ${standingIn("f")} = 'not_scored') as not_scored
    from partnership p left join drift_finding f on f.workspace_id = ${tx.actor.workspaceId} and f.partnership_id = p.id
    where p.workspace_id = ${tx.actor.workspaceId} ${ofReader(tx, whose)}`.execute(tx.db)
  return rows[0] ?? { partnerships: 0, drifting: 0, silent: 0, notScored: 0 }
}

type Foremost = Readonly<{ id: Id; name: string; finding: Assessment }>

/** Weeks that were observed of a partnership with too little data, as its finding counts them. */
const weeksSeen = sql`substring(f.finding ->> 'reason' from '^[0-9]+')::int`

/** The finding to begin with: the latest drift, then who fell silent last, then of what is not scored the one of which most is known. */
export const foremostFinding = async (tx: WorkspaceTx, whose: "mine" | "all"): Promise<Foremost | undefined> => {
  const { rows } = await sql<Foremost>`select p.id, p.name, f.finding from drift_finding f
    join partnership p on p.workspace_id = f.workspace_id and p.id = f.partnership_id ${ofReader(tx, whose)}
    where f.workspace_id = ${tx.actor.workspaceId}
    order by ${isDriftingIn("f")} desc, ${isSilentIn("f")} desc, f.scored, f.onset_on desc nulls last,
      f.finding ->> 'silentSince' desc nulls last, ${weeksSeen} desc nulls last, p.id limit 1`.execute(tx.db)
  return rows[0]
}

/** Something could be said of a partnership already. */
export const isSomethingSaid = async ({ db, actor }: WorkspaceTx): Promise<boolean> => {
  const { rows } = await sql<{ isSaid: boolean }>`select exists (select from drift_finding f
      join partnership p on p.workspace_id = f.workspace_id and p.id = f.partnership_id and ${isLiveIn("p")}
      where f.workspace_id = ${actor.workspaceId} and f.scored) as is_said`.execute(db)
  return rows[0]?.isSaid ?? false
}
