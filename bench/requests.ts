import type pg from "pg"
import { recordedSummary } from "./limit/recipe.ts"

/** One kind of request of the budget; `argument` is what varies in its address. */
export type Kind = Readonly<{
  name: string
  method: "GET" | "POST"
  /** Behind /api/w/<workspace>. */
  path(argument: string): string
  body?: (summary: string) => string
  args: readonly string[]
}>

const jsonOf = (summary: string) => JSON.stringify({ kind: "call", direction: "from_host", summary, effortMinutes: 20 })

/** The five kinds of the budget over data that exists: a hundred partnerships spread over the workspace, names with a letter missing. */
export const requestKinds = async (client: pg.ClientBase, workspaceId: string): Promise<readonly Kind[]> => {
  const { rows } = await client.query<{ id: string; name: string }>(
    "select id, name from partnership where workspace_id = $1 order by md5(id::text) limit 100",
    [workspaceId],
  )
  const ids = rows.map(({ id }) => id)
  const words = rows.slice(0, 40).map(({ name }) => (name.slice(0, 3) + name.slice(4)).split(" ")[0] ?? "")
  return [
    { name: "list", method: "GET", path: () => "/partnerships", args: ["all"] },
    { name: "get", method: "GET", path: (id) => `/partnerships/${id}`, args: ids },
    { name: "create", method: "POST", path: (id) => `/partnerships/${id}/activities`, body: jsonOf, args: ids },
    { name: "search", method: "GET", path: (text) => `/search?text=${encodeURIComponent(text)}`, args: words },
    { name: "aggregate", method: "GET", path: (id) => `/activity-totals?partnership=${id}`, args: ids },
  ]
}

/** The requests as autocannon sends them, to Keelson or to the ceiling. */
export const aimedAt = (kind: Kind, pathOf: (argument: string) => string) =>
  kind.args.map((argument) => ({
    method: kind.method,
    path: pathOf(argument),
    ...(kind.body ? { body: kind.body("talked about the pipeline") } : {}),
  }))

export const recordedBody = (kind: Kind): string | undefined => kind.body?.(recordedSummary)
