import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import type { Rate, Terms } from "../rules.ts"

export const programs = tableOf<{ partnershipType: PartnershipType | null; draft: Terms; rates: Rate[] }>()(
  "program",
  ["id", "name", "partnershipType", "draft", "rates", "published", "retiredOn", "retiredReason", "version"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type ProgramRow = Row<typeof programs>

type Details = Readonly<{
  name: string
  partnershipType: PartnershipType | null
  terms: Terms
  rates: readonly Rate[]
}>
const written = ({ terms, rates, ...details }: Details) => ({
  ...details,
  draft: JSON.stringify(terms),
  rates: JSON.stringify(rates),
})

export const insertProgram = (tx: WorkspaceTx, id: Id, details: Details) =>
  programs.insert(tx, { id, ...written(details) })
export const saveProgram = (tx: WorkspaceTx, id: Id, details: Details) => programs.save(tx, id, written(details))

export const allPrograms = (tx: WorkspaceTx, most: number) =>
  programs.rows(tx).orderBy(byReading("name")).orderBy("id").limit(most).execute()

const versions = tableOf<{ terms: Terms }>()(
  "programVersion",
  ["id", "programId", "number", "terms", "holdsFrom", "publishedAt"],
  { made: ["publishedAt"] },
)
export type VersionRow = Row<typeof versions>

export const insertVersion = (
  tx: WorkspaceTx,
  { terms, ...version }: Readonly<{ id: Id; programId: Id; number: number; terms: Terms; holdsFrom: string }>,
) => versions.insert(tx, { ...version, terms: JSON.stringify(terms) })

/** The latest first. */
export const versionsOf = (tx: WorkspaceTx, programIds: readonly Id[]) =>
  versions.rows(tx).where("programId", "=", anyOf(programIds)).orderBy("number", "desc").execute()

type Counts = Readonly<{ programId: Id; enrolled: number; inGrace: number; undecided: number }>

/** How many are in each program, and how they stand. */
export const countsByProgram = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<Id, Counts>> => {
  const { rows } = await sql<Counts>`
    select e.program_id, count(*)::int as enrolled, count(e.grace_until)::int as in_grace,
      (count(*) filter (where e.standing is not null and exists (
        select from jsonb_array_elements(e.standing -> 'tiers') t where t ->> 'standing' = 'pending')))::int as undecided
    from enrolment e where e.workspace_id = ${actor.workspaceId} and e.ended_on is null group by e.program_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.programId, row]))
}
