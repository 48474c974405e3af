import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startKeelson } from "./child.ts"
import type { Recipe, Sent } from "./limit/recipe.ts"
import { recipeOf } from "./limit/recipe.ts"
import { signIn } from "./people.ts"
import type { Kind } from "./requests.ts"
import { recordedBody } from "./requests.ts"

const recorder = join(import.meta.dirname, "limit", "recorder.ts")

/** Sends each kind of request to a Keelson that tells its statements: what the ceiling has to do. */
export const recordRecipes = async (options: {
  folder: string
  databaseUrl: string
  slug: string
  kinds: readonly Kind[]
}): Promise<Record<string, Recipe>> => {
  const keelson = await startKeelson({ ...options, only: "web", nodeOptions: ["--import", recorder] })
  try {
    let sent: Sent[] = []
    keelson.process.on("message", (message) => sent.push(message as Sent))
    const headers = { "content-type": "application/json", cookie: await signIn(keelson) }
    const recipes: Record<string, Recipe> = {}
    for (const kind of options.kinds) {
      const argument = kind.args[0] ?? ""
      // Twice: the first opens the session and the connection.
      for (let round = 0; round < 2; round++) {
        sent = []
        const url = `${keelson.address}/api/w/${options.slug}${kind.path(argument)}`
        const answer = await fetch(url, { method: kind.method, headers, body: recordedBody(kind) ?? null })
        if (!answer.ok) throw new Error(`${kind.method} ${url}: ${answer.status} ${await answer.text()}`)
        await sleep(200)
      }
      recipes[kind.name] = recipeOf(sent, argument)
    }
    return recipes
  } finally {
    await keelson.stop()
  }
}
