import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import type { Tx } from "#platform/tx"

type InWorkspace = Tx<WorkspaceActor>

/** Facts are taken back, never erased: a figure asked "as known on" an earlier day still shows them. */
const facts = ["activity", "measurement", "deal"] as const

/** In the order in which they can go; each may go when nothing that stands refers to it any more. */
const things: readonly { table: string; unless: string }[] = [
  { table: "role_assignment", unless: "false" },
  {
    table: "contact",
    unless: `exists (select from role_assignment r where r.workspace_id = t.workspace_id and r.contact_id = t.id)
      or exists (select from activity a where a.workspace_id = t.workspace_id and a.contact_id = t.id and a.retracted_at is null)`,
  },
  { table: "objective", unless: "false" },
  {
    table: "commitment",
    unless: `exists (select from occurrence o where o.workspace_id = t.workspace_id and o.commitment_id = t.id
      and (o.state in ('kept', 'kept_late', 'waived', 're_agreed', 'disputed') or o.re_dated > 0
        or exists (select from evidence e where e.workspace_id = o.workspace_id and e.occurrence_id = o.id)))`,
  },
  {
    table: "agreement",
    unless: `exists (select from objective o where o.workspace_id = t.workspace_id and o.partnership_id = t.partnership_id and o.agreement_id = t.id)
      or exists (select from commitment c where c.workspace_id = t.workspace_id and c.partnership_id = t.partnership_id and c.agreement_id = t.id)`,
  },
  {
    table: "partnership",
    unless: [
      ...["agreement", "objective", "commitment", "role_assignment", "note", "partnership_party"].map((name) =>
        refers(name),
      ),
      ...facts.map((name) => refers(name, "and r.retracted_at is null")),
      refers("drift_case", "and r.confirmed_at is not null"),
    ].join(" or "),
  },
  {
    table: "organization",
    unless: ["partnership", "partnership_party", "contact", "partner_user", "invitation"]
      .map(
        (name) => `exists (select from ${name} r where r.workspace_id = t.workspace_id and r.organization_id = t.id)`,
      )
      .concat("exists (select from organization r where r.workspace_id = t.workspace_id and r.parent_id = t.id)")
      .join(" or "),
  },
]

function refers(table: string, more = ""): string {
  return `exists (select from ${table} r where r.workspace_id = t.workspace_id and r.partnership_id = t.id ${more})`
}

export type Undone = Readonly<{
  removed: Record<string, number>
  kept: Record<string, number>
  partnershipIds: readonly Id[]
}>

/** Takes back everything that one import brought, and says what had to stay. */
export const undoRows = async ({ db, actor, now }: InWorkspace, importId: Id): Promise<Undone> => {
  const { workspaceId } = actor
  const removed: Record<string, number> = {}
  const kept: Record<string, number> = {}
  const touched = new Set<Id>()
  for (const table of facts) {
    const { rows } = await sql<{ partnershipId: Id; rows: number }>`with taken as (
        update ${sql.raw(table)} set retracted_at = ${now}
        where workspace_id = ${workspaceId} and import_id = ${importId} and retracted_at is null returning partnership_id)
      select partnership_id, count(*) as rows from taken group by 1`.execute(db)
    for (const row of rows) touched.add(row.partnershipId)
    count(removed, table, sum(rows))
  }
  for (const { table, unless } of things) {
    const owner =
      table === "contact" || table === "organization"
        ? "null::uuid"
        : table === "partnership"
          ? "t.id"
          : "t.partnership_id"
    const { rows } = await sql<{ partnershipId: Id | null; rows: number }>`with gone as (
        delete from ${sql.raw(table)} t
        where t.workspace_id = ${workspaceId} and t.import_id = ${importId} and not (${sql.raw(unless)})
        returning ${sql.raw(owner)} as partnership_id)
      select partnership_id, count(*) as rows from gone group by 1`.execute(db)
    for (const row of rows) if (row.partnershipId && table !== "partnership") touched.add(row.partnershipId)
    if (table === "partnership") for (const row of rows) if (row.partnershipId) touched.delete(row.partnershipId)
    count(removed, table, sum(rows))
    const left = await sql<{ rows: number }>`select count(*) as rows from ${sql.raw(table)}
      where workspace_id = ${workspaceId} and import_id = ${importId}`.execute(db)
    count(kept, table, left.rows[0]?.rows ?? 0)
  }
  return { removed, kept, partnershipIds: [...touched] }
}

const sum = (rows: readonly { rows: number }[]): number => rows.reduce((total, { rows }) => total + rows, 0)

const count = (into: Record<string, number>, table: string, rows: number): void => {
  if (rows > 0) into[table] = rows
}
