import { fork } from "node:child_process"
import { once } from "node:events"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import type { KeelsonChild } from "./child.ts"
import { startKeelson, stopChild } from "./child.ts"
import type { Recipe } from "./limit/recipe.ts"
import type { Load } from "./load.ts"
import { load, medianLoad } from "./load.ts"
import { signIn } from "./people.ts"
import { recordRecipes } from "./record.ts"
import type { Kind } from "./requests.ts"
import { aimedAt, requestKinds } from "./requests.ts"

export type Comparison = Readonly<{ kind: string; connections: number; keelson: Load; ceiling: Load }>

/** Where the data is: a seeded database, and the workspace under test in it. */
export type Place = Readonly<{ folder: string; databaseUrl: string; slug: string; workspaceId: string }>

export type Effort = Readonly<{
  seconds: number
  rounds: number
  connections: readonly number[]
  nodeOptions?: readonly string[]
}>

/** Keelson and the ceiling in turn, in short rounds, over the same database; medians of the rounds. */
export const compareHttp = async (place: Place, effort: Effort): Promise<readonly Comparison[]> => {
  const kinds = await kindsOf(place)
  const ceiling = await startCeiling(place, await recordRecipes({ ...place, kinds }))
  const keelson = await startKeelson({ ...place, only: "web", nodeOptions: effort.nodeOptions ?? [] })
  try {
    const headers = { "content-type": "application/json", cookie: await signIn(keelson) }
    const found: Comparison[] = []
    for (const kind of kinds)
      for (const connections of effort.connections) {
        const shared = { connections, seconds: effort.seconds }
        const ours = { ...shared, ...aimAt(keelson, place, kind), headers }
        const theirs = {
          ...shared,
          url: ceiling.url,
          requests: aimedAt(kind, (argument) => `/${kind.name}/${encodeURIComponent(argument)}`),
        }
        const measured: { ours: Load; theirs: Load }[] = []
        // The round before the first warms both up.
        for (let round = -1; round < effort.rounds; round++) {
          const both = { theirs: await load(theirs), ours: await load(ours) }
          if (round >= 0) measured.push(both)
        }
        found.push({
          kind: kind.name,
          connections,
          keelson: medianLoad(measured.map((both) => both.ours)),
          ceiling: medianLoad(measured.map((both) => both.theirs)),
        })
      }
    return found
  } finally {
    await keelson.stop()
    await ceiling.stop()
  }
}

const kindsOf = async ({ databaseUrl, workspaceId }: Place): Promise<readonly Kind[]> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return await requestKinds(client, workspaceId)
  } finally {
    await client.end()
  }
}

const aimAt = ({ address }: KeelsonChild, { slug }: Place, kind: Kind) => ({
  url: address,
  requests: aimedAt(kind, (argument) => `/api/w/${slug}${kind.path(argument)}`),
})

const startCeiling = async ({ folder, databaseUrl }: Place, recipes: Record<string, Recipe>) => {
  const file = join(folder, "recipes.json")
  writeFileSync(file, JSON.stringify(recipes))
  const child = fork(join(import.meta.dirname, "limit", "server.ts"), [file], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl },
  })
  const [message] = await once(child, "message")
  return { url: `http://127.0.0.1:${(message as { port: number }).port}`, stop: () => stopChild(child) }
}

/** p99 of list, get and home, alone; and of page 1 against page 1,000 of the list. */
export const measureReads = async (place: Place, effort: Effort) => {
  const [list, get] = await kindsOf(place)
  if (!list || !get) throw new Error("the list and get kinds come first")
  const keelson = await startKeelson({ ...place, only: "web" })
  try {
    const headers = { cookie: await signIn(keelson) }
    const deep = await deepPage(`${keelson.address}/api/w/${place.slug}/partnerships`, headers)
    const home: Kind = { name: "home", method: "GET", path: () => "/home", args: ["all"] }
    const firstPage: Kind = {
      name: "page 1",
      method: "GET",
      path: () => `/partnerships?limit=${pageRows}`,
      args: ["all"],
    }
    const deepest: Kind = {
      ...firstPage,
      name: `page ${deep.page}`,
      path: () => `/partnerships?limit=${pageRows}&after=${deep.after}`,
    }
    const kinds = [list, get, home, firstPage, deepest]
    const loads = new Map<string, Load[]>(kinds.map(({ name }) => [name, []]))
    for (let round = -1; round < effort.rounds; round++)
      for (const kind of kinds) {
        const one = await load({ connections: 1, seconds: effort.seconds, headers, ...aimAt(keelson, place, kind) })
        if (round >= 0) loads.get(kind.name)?.push(one)
      }
    return [...loads].map(([name, each]) => ({ name, load: medianLoad(each) }))
  } finally {
    await keelson.stop()
  }
}

const pageRows = 10
const deepestPage = 1_000

/** Walks the list in large pages up to where page 1,000 of ten rows begins, or to its end. */
const deepPage = async (url: string, headers: Record<string, string>) => {
  const stride = 200
  let after = ""
  let rows = 0
  while (rows < (deepestPage - 1) * pageRows) {
    const limit = Math.min(stride, (deepestPage - 1) * pageRows - rows)
    const answer = await fetch(`${url}?limit=${limit}${after === "" ? "" : `&after=${after}`}`, { headers })
    const { next } = (await answer.json()) as { next: string | null }
    if (next === null) break
    after = next
    rows += limit
  }
  return { after, page: rows / pageRows + 1 }
}
