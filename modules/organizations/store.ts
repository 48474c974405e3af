import type { Id } from "#core/ids"
import { behind, pageOf, parseSort } from "#platform/cursor"
import { sql } from "#platform/database"
import type { WorkspaceTx } from "#platform/tx"
import type { Similar } from "./rules.ts"

type Details = Readonly<{
  name: string
  domains: string[]
  registrationNumber?: string | undefined
  country?: string | undefined
  website?: string | undefined
  regions: string[]
  industries: string[]
  capabilities: string[]
  languages: string[]
  size?: string | undefined
}>

const columns = [
  "id",
  "name",
  "domains",
  "registrationNumber",
  "country",
  "website",
  "regions",
  "industries",
  "capabilities",
  "languages",
  "size",
  "version",
  "createdAt",
  "updatedAt",
] as const

export const listOrganizations = async (
  { db, actor }: WorkspaceTx,
  filter: {
    limit: number
    after?: string | undefined
    sort: string
    search?: string | undefined
    country?: string | undefined
  },
) => {
  const { column, descending } = parseSort(filter.sort)
  const key = column === "name" ? "name" : "createdAt"
  let query = db.selectFrom("organization").select(columns).where("workspaceId", "=", actor.workspaceId)
  if (filter.country !== undefined) query = query.where("country", "=", filter.country)
  // A function of our own, because row-level security keeps the trigram index from serving the operator here (migration 0010).
  if (filter.search !== undefined)
    query = query.where(
      sql<boolean>`(id in (select organizations_named(${actor.workspaceId}, ${filter.search})) or domains @> array[lower(${filter.search})])`,
    )
  const { after } = filter
  if (after !== undefined)
    query = query.where(({ ref }) => behind({ column: ref(key), id: ref("id"), descending, after }))
  const direction = descending ? "desc" : "asc"
  const rows = await query
    .orderBy(key, direction)
    .orderBy("id", direction)
    .limit(filter.limit + 1)
    .execute()
  return pageOf(rows, filter.limit, (row) => row[key])
}

export const findOrganization = ({ db, actor }: WorkspaceTx, id: Id) =>
  db
    .selectFrom("organization")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()

export const lockOrganization = ({ db, actor }: WorkspaceTx, id: Id) =>
  db
    .selectFrom("organization")
    .select(columns)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst()

/** Those that share a domain first, then the five with the nearest names. */
export const findSimilar = async (
  { db, actor }: WorkspaceTx,
  name: string,
  domains: readonly string[],
): Promise<Similar[]> => {
  const base = db
    .selectFrom("organization")
    .select(["id", "name", "domains"])
    .where("workspaceId", "=", actor.workspaceId)
  const sameDomain =
    domains.length === 0
      ? []
      : await base
          .where(sql<boolean>`domains && ${[...domains]}::text[]`)
          .limit(5)
          .execute()
  const { rows: nearName } = await sql<Omit<Similar, "why">>`
    select * from organizations_near(${actor.workspaceId}, ${name})`.execute(db)
  const known = new Set(sameDomain.map(({ id }) => id))
  return [
    ...sameDomain.map((row) => ({ ...row, why: "domain" as const })),
    ...nearName.filter(({ id }) => !known.has(id)).map((row) => ({ ...row, why: "name" as const })),
  ]
}

export const insertOrganization = ({ db, actor, now }: WorkspaceTx, id: Id, details: Details) =>
  db
    .insertInto("organization")
    .values({ workspaceId: actor.workspaceId, id, ...details, createdAt: now, updatedAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const saveOrganization = ({ db, actor, now }: WorkspaceTx, id: Id, details: Details) =>
  db
    .updateTable("organization")
    .set(({ eb }) => ({
      ...details,
      registrationNumber: details.registrationNumber ?? null,
      country: details.country ?? null,
      website: details.website ?? null,
      size: details.size ?? null,
      version: eb("version", "+", 1),
      updatedAt: now,
    }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow()

export type OrganizationRow = NonNullable<Awaited<ReturnType<typeof findOrganization>>>

/** What files may name a company by. */
export type KnownOrganization = Readonly<{
  id: Id
  name: string
  domains: readonly string[]
  externalId: string | null
}>

export const allOrganizations = ({ db, actor }: WorkspaceTx): Promise<KnownOrganization[]> =>
  db
    .selectFrom("organization")
    .select(["id", "name", "domains", "externalId"])
    .where("workspaceId", "=", actor.workspaceId)
    .execute()
