import fc from "fast-check"
import type { Endpoint } from "#core/endpoint"
import { newId } from "#platform/ids"
import { leastFor } from "./arbitrary.ts"
import { testPassword } from "./keelson.ts"

/** Fields of queries and bodies that name a row, and the path parameter that stands for such rows. */
const rowsByField: Readonly<Record<string, string>> = {
  partnership: "partnership",
  organization: "organization",
  organizationId: "organization",
  party: "organization",
  contactId: "contact",
  ownerId: "member",
  owner: "member",
  activityId: "activity",
  partnerships: "partnership",
  subjectId: "partnership",
  planTemplate: "planTemplate",
}

/** Fields that name several rows, and what stands for one of them. */
const listsByField: Readonly<Record<string, string>> = { notifications: "notification", partnershipIds: "partnership" }

/** What no row gives and chance does not hit: the page of the planted views, a kind of subject, the name and password of a new account. */
const fixed: Readonly<Record<string, unknown>> = {
  ...{ place: "portfolio", name: "Somebody", password: testPassword, subjectKind: "partnership" },
  approvable: "agreement.termination",
  typed: "Somebody",
  keeps: "import_upload",
  mark: { kind: "typed", text: "Somebody" },
}

/** Of the optional fields of a body these are given: without them a new account, or a new partnership, is refused. */
const given = ["password", "organizationId"]

const seeded = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { seed: 7, numRuns: 1 })[0] as T

const pointed = (fields: Record<string, unknown>, ids: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const one = ids[listsByField[name] ?? ""]
      return [name, one === undefined ? (ids[rowsByField[name] ?? ""] ?? fixed[name] ?? value) : [one]]
    }),
  )

const optional = ({ input }: Endpoint): Record<string, unknown> =>
  Object.fromEntries(given.filter((field) => field in input.shape).map((field) => [field, undefined]))

/** The least valid input, so that nothing but the caller is wrong; whatever names a row names one of these. */
export const leastInput = (endpoint: Endpoint, ids: Readonly<Record<string, string>>): Record<string, unknown> => ({
  ...pointed(seeded(leastFor(endpoint.query)), ids),
  ...pointed({ ...optional(endpoint), ...seeded(leastFor(endpoint.input)) }, ids),
  ...Object.fromEntries(Object.keys(endpoint.params.shape).map((name) => [name, ids[name] ?? newId()])),
})

/** The same read, asked for by every filter that can name a row of these, by a name, and for what is one's own party's. */
export const narrowInput = (
  endpoint: Endpoint,
  ids: Readonly<Record<string, string>>,
  name: string,
): Record<string, unknown> => {
  const filters = Object.keys(endpoint.query.shape)
  return {
    ...leastInput(endpoint, ids),
    ...pointed(Object.fromEntries(filters.filter((field) => field in rowsByField).map((field) => [field, ""])), ids),
    ...Object.fromEntries(filters.filter((field) => ["text", "search"].includes(field)).map((field) => [field, name])),
    ...(filters.includes("audience") ? { audience: "own" } : {}),
  }
}
