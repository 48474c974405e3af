import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { idPlaces } from "./id-places.ts"
import { nameOf } from "./matrix.ts"
import { leastInput } from "./requests.ts"
import type { Visitor } from "./visitors.ts"

/** A row that its owner keeps, by its table and by the path parameter that stands for it, where there is one. */
export type KeptRow = Readonly<{ id: string; table: string; parameter?: string }>

/** One attempt at such a row: in a path, or in some place of a query or a body. */
export type Attempt = Readonly<{
  name: string
  endpoint: Endpoint
  row: KeptRow
  inPath: boolean
  /** What is sent; for another id the same about that one. */
  input(id: string): Record<string, unknown>
}>

/** Every endpoint inside, with each of these rows in each place that takes an id; whatever else it names are rows in `ids`. */
export const attemptsAt = (
  rows: readonly KeptRow[],
  ids: Readonly<Record<string, string>>,
  kinds: readonly string[],
): readonly Attempt[] =>
  modules
    .flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
    .filter(({ scope }) => scope === "workspace" || scope === "person")
    .flatMap((endpoint) => [
      ...rows.flatMap((row) =>
        row.parameter && row.parameter in endpoint.params.shape ? [inPath(endpoint, row, ids)] : [],
      ),
      ...idPlaces(endpoint).flatMap(({ field, where, holding }) =>
        rows.map((row) => ({
          ...{ name: `${nameOf(endpoint)}: ${row.table} as ${where}`, endpoint, row, inPath: false },
          input: (id: string) => ({
            ...leastInput(endpoint, ids),
            ...("subjectKind" in { ...endpoint.query.shape, ...endpoint.input.shape }
              ? { subjectKind: kinds.includes(row.table) ? row.table : "partnership" }
              : {}),
            [field]: holding(id),
          }),
        })),
      ),
    ])

const inPath = (endpoint: Endpoint, row: KeptRow, ids: Readonly<Record<string, string>>): Attempt => ({
  ...{ name: `${nameOf(endpoint)}: ${row.table}`, endpoint, row, inPath: true },
  input: (id) => leastInput(endpoint, { ...ids, [row.parameter ?? ""]: id }),
})

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What somebody is answered, without the ids, which are new with each answer. */
export const answerTo = async ({ caller }: Visitor, { endpoint, input }: Attempt, id: string, ifMatch?: number) => {
  const { status, body } = await caller.call(endpoint, input(id) as never, {
    ...(endpoint.edits && ifMatch !== undefined ? { ifMatch } : {}),
    ...(endpoint.uploads ? { file: { name: "x.csv", content: "a\n1\n" } } : {}),
  })
  return {
    isDone: status < 300,
    changes: status < 300 && endpoint.method !== "GET",
    said: `${status} ${typeof body === "string" ? body : JSON.stringify(body)}`.replaceAll(uuid, "id"),
  }
}
