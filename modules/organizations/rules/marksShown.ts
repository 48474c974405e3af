import type { Id } from "#core/ids"
import type { Instant } from "#core/time"

/** By what else a company is known. */
export const markKinds = ["domain", "external_id", "name"] as const
export type MarkKind = (typeof markKinds)[number]

/** A company's own record, as far as files know it by that. */
export type Origin = Readonly<{
  domains: readonly string[]
  externalId: string | null
  importId: Id | null
  createdAt: Instant
}>

/** What a file brought by which a company that was here is known too. */
export type Brought = Readonly<{ id: Id; kind: MarkKind; value: string; importId: Id | null; createdAt: Instant }>

export type Mark = Readonly<{ id: Id | null; kind: MarkKind; value: string; importId: Id | null; addedAt: Instant }>

/**
 * Everything by which files know a company, what stands in its own record first. A domain stands there too when a file brought it later:
 * then it is shown as that file's.
 */
export const marksShown = (
  { domains, externalId, importId, createdAt }: Origin,
  brought: readonly Brought[],
): readonly Mark[] => {
  const later = new Set(brought.filter(({ kind }) => kind === "domain").map(({ value }) => value))
  const own = { id: null, importId, addedAt: createdAt }
  return [
    ...(externalId === null ? [] : [{ ...own, kind: "external_id" as const, value: externalId }]),
    ...domains.filter((domain) => !later.has(domain)).map((value) => ({ ...own, kind: "domain" as const, value })),
    ...brought.map(({ createdAt: addedAt, ...mark }) => ({ ...mark, addedAt })),
  ]
}
