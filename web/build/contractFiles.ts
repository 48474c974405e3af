import { globSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

/** What the contracts of all modules export, a record for each file; a test beside one is none. */
export const contractFiles = (): Promise<Record<string, unknown>[]> =>
  Promise.all(
    globSync("modules/*/contract{.ts,/*.ts}", { cwd: root })
      .filter((path) => !path.endsWith(".test.ts"))
      .map((path) => import(join(root, path)) as Promise<Record<string, unknown>>),
  )
