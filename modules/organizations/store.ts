import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { orNull, type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import { ownDomains, type Similar } from "./rules.ts"

export { marksOf, originOf, retractMark } from "./store/marks.ts"

export const organizations = tableOf()(
  "organization",
  [
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
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

export type OrganizationRow = Row<typeof organizations>

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "name" | "-name" | "createdAt" | "-createdAt"
  search?: string | undefined
  country?: string | undefined
}>

export const listOrganizations = async (tx: WorkspaceTx, { search, country, ...asked }: Filter) => {
  const named = search === undefined ? "{}" : await organizationsNamed(tx, search)
  return organizations.page(tx, asked, (rows) => {
    const there = country === undefined ? rows : rows.where("country", "=", country)
    return search === undefined
      ? there
      : there.where(sql<boolean>`(id = any(${named}::uuid[]) or domains @> array[lower(${search})])`)
  })
}

/**
 * The companies whose name is like the words, for `= any(...::uuid[])`. By a function of our own, because row-level security keeps the
 * trigram index from serving the operator (migration 0010), and by itself, because a cluster would run it where there are only pieces
 * of the table.
 */
const organizationsNamed = async ({ db, actor }: WorkspaceTx, words: string): Promise<string> => {
  const { rows } = await sql<{ ids: string }>`
    select array(select organizations_named(${actor.workspaceId}, ${words}))::text as ids`.execute(db)
  return rows[0]?.ids ?? "{}"
}

export const findOrganization = organizations.find

/** What a company that may be known is told by. */
export type Sought = Readonly<{
  name: string
  domains: readonly string[]
  registrationNumber?: string | null | undefined
  country?: string | null | undefined
}>

/** Those that share a domain first, then those registered under the same number, then the five with the nearest names. */
export const findSimilar = async (tx: WorkspaceTx, sought: Sought): Promise<Similar[]> => {
  const { db, actor } = tx
  const domains = ownDomains(sought.domains)
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
    select * from organizations_near(${actor.workspaceId}, ${sought.name})`.execute(db)
  const all = [
    ...sameDomain.map((row) => ({ ...row, why: "domain" as const })),
    ...(await registeredAlike(tx, sought)).map((row) => ({ ...row, why: "registration" as const })),
    ...nearName.map((row) => ({ ...row, why: "name" as const })),
  ]
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place)
}

/** Registers are kept by country: the same number in another one is another company's. */
const registeredAlike = async ({ db, actor }: WorkspaceTx, { registrationNumber, country }: Sought) => {
  if (registrationNumber == null) return []
  type Registered = Omit<Similar, "why"> & Readonly<{ country: string | null }>
  const { rows } = await sql<Registered>`
    select * from organizations_registered(${actor.workspaceId}, ${registrationNumber})`.execute(db)
  return rows
    .filter((row) => country == null || row.country === null || row.country === country)
    .map(({ country: _, ...row }) => row)
}

/** Fields that an edit may leave empty. */
const optional = ["registrationNumber", "country", "website", "size"] as const

type Details = Omit<Parameters<typeof organizations.insert>[1], "id">

export const insertOrganization = (tx: WorkspaceTx, id: Id, details: Details) =>
  organizations.insert(tx, { id, ...details })

export const saveOrganization = (tx: WorkspaceTx, id: Id, details: Details) =>
  organizations.save(tx, id, orNull(details, optional))

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
