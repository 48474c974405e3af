import { foreignIdKey } from "#core/foreignId"
import { type Refusal, refuse } from "#core/refusal"

/** What two companies may say differently, of which one company says one thing. Domains are all kept. */
export const mergedFields = [
  "name",
  "registrationNumber",
  "country",
  "website",
  "regions",
  "industries",
  "capabilities",
  "languages",
  "size",
  "externalId",
] as const
export type MergedField = (typeof mergedFields)[number]

type Value = string | readonly string[] | null
type Fields = Readonly<Record<MergedField, Value>>
type Known = Fields & Readonly<{ domains: readonly string[] }>

/** A field in which two companies differ: what the one that stays says, and what the one that goes. */
export type FieldChoice = Readonly<{ field: MergedField; stays: Value; goes: Value }>

const isBlank = (value: Value): boolean => value === null || value.length === 0

const isSame = (one: Value, other: Value): boolean =>
  typeof one === "string" || typeof other === "string"
    ? one === other
    : JSON.stringify([...(one ?? [])].sort()) === JSON.stringify([...(other ?? [])].sort())

/** What somebody chooses between: both say something, and not the same. Where one says nothing, the other is taken. */
export const fieldsThatDiffer = (stays: Fields, goes: Fields): readonly FieldChoice[] =>
  mergedFields
    .filter((field) => !isBlank(stays[field]) && !isBlank(goes[field]) && !isSame(stays[field], goes[field]))
    .map((field) => ({ field, stays: stays[field], goes: goes[field] }))

/** As many as a person may enter. */
const mostDomains = 50

type Decided = Readonly<{
  before: Partial<Fields>
  after: Partial<Fields>
  /** Domains that come to those that it has. */
  domains: readonly string[]
  /** A name and an id that it is no longer called by, and is found by even so. */
  marks: readonly Readonly<{ kind: "name" | "external_id"; value: string }>[]
}>

/** What the company that stays says afterwards: its own, the other's where it says nothing or somebody chose so. */
export const decideFields = (
  stays: Known,
  goes: Known,
  taken: readonly MergedField[],
): Decided | Refusal<"too-many-domains"> => {
  const changed = mergedFields.filter(
    (field) =>
      !isBlank(goes[field]) && (isBlank(stays[field]) || taken.includes(field)) && !isSame(stays[field], goes[field]),
  )
  const said = (from: Fields) => Object.fromEntries(changed.map((field) => [field, from[field]]))
  const domains = goes.domains.filter((domain) => !stays.domains.includes(domain))
  if (domains.length > 0 && domains.length + stays.domains.length > mostDomains)
    return refuse("too-many-domains", { most: mostDomains })
  const left = (field: "name" | "externalId") => {
    const value = (changed.includes(field) ? stays : goes)[field] as string | null
    const kept = (changed.includes(field) ? goes : stays)[field] as string | null
    return value === null || value === kept ? undefined : { value, kept }
  }
  const [name, id] = [left("name"), left("externalId")]
  const isOtherId = id !== undefined && (id.kept === null || foreignIdKey(id.kept) !== foreignIdKey(id.value))
  return {
    before: said(stays),
    after: said(goes),
    domains,
    marks: [
      ...(name ? [{ kind: "name" as const, value: name.value }] : []),
      ...(isOtherId ? [{ kind: "external_id" as const, value: id.value }] : []),
    ],
  }
}
