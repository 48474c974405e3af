import type { Id } from "#core/ids"
import { anyOf, byReading, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipType } from "#rules/partnerships"
import type { Criterion } from "../rules.ts"

type Closed = { partnershipType: PartnershipType; draft: Criterion[] }

export const profiles = tableOf<Closed>()(
  "idealProfile",
  ["id", "name", "partnershipType", "region", "draft", "published", "retiredAt", "version", "createdAt", "updatedAt"],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type ProfileRow = Row<typeof profiles>

type Details = Readonly<{
  name: string
  partnershipType: PartnershipType
  region: string | null
  criteria: readonly Criterion[]
}>
const written = ({ criteria, ...details }: Details) => ({ ...details, draft: JSON.stringify(criteria) })

export const insertProfile = (tx: WorkspaceTx, id: Id, details: Details) =>
  profiles.insert(tx, { id, ...written(details) })
export const saveProfile = (tx: WorkspaceTx, id: Id, details: Details) => profiles.save(tx, id, written(details))

const versions = tableOf<{ criteria: Criterion[] }>()(
  "idealProfileVersion",
  ["id", "profileId", "number", "criteria", "publishedAt"],
  { made: ["publishedAt"] },
)
export type VersionRow = Row<typeof versions>

export const insertVersion = (
  tx: WorkspaceTx,
  version: Readonly<{ id: Id; profileId: Id; number: number; criteria: readonly Criterion[] }>,
) => versions.insert(tx, { ...version, criteria: JSON.stringify(version.criteria) })

/** The latest first. */
export const versionsOf = (tx: WorkspaceTx, profileId: Id) =>
  versions.rows(tx).where("profileId", "=", profileId).orderBy("number", "desc").execute()

/** What candidates are measured by: the criteria of one version. */
export const yardstickOf = async (tx: WorkspaceTx, profileId: Id, number: number | null): Promise<Criterion[]> => {
  if (number === null) return []
  const row = await versions
    .rows(tx)
    .where("profileId", "=", profileId)
    .where("number", "=", number)
    .executeTakeFirstOrThrow()
  return row.criteria
}

/** The versions of these profiles, for candidates of a page. */
export const versionsOfAll = (tx: WorkspaceTx, profileIds: readonly Id[]) =>
  versions.rows(tx).where("profileId", "=", anyOf(profileIds)).execute()

export const allProfiles = (tx: WorkspaceTx, most: number) =>
  profiles.rows(tx).orderBy(byReading("name")).orderBy("id").limit(most).execute()

/** How many candidates are looked at by each profile. */
export const openByProfile = async ({ db, actor }: WorkspaceTx): Promise<ReadonlyMap<Id, number>> => {
  const { rows } = await sql<{ profileId: Id; open: number }>`
    select profile_id, count(*)::int as open from candidate
    where workspace_id = ${actor.workspaceId} and stage <> 'declined' and partnership_id is null group by profile_id`.execute(
    db,
  )
  return new Map(rows.map(({ profileId, open }) => [profileId, open]))
}
