import { createHash } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import pg from "pg"
import type { Id } from "#core/ids"
import { modules } from "#modules-list"
import { queriesOver } from "#platform/database"
import type { Ground, Readers } from "#platform/fixture"
import { newId } from "#platform/ids"
import type { TestKeelson } from "./keelson.ts"

/** A text that stands in one row, and who may ever be sent it. */
export type Secret = Readonly<{ text: string; readers: Readers; of: string; ground: Ground }>

/** A row that only these readers see, by the path parameter that stands for it. */
export type PrivateRow = Readonly<{ parameter: string; readers: Readers; id: string }>

/** What was planted in one partnership. */
export type Planted = Readonly<{
  ground: Ground
  /** By path parameter: the row that whoever is in the partnership may see, or nothing but the host. */
  ids: Readonly<Record<string, string>>
  privateRows: readonly PrivateRow[]
  /** Links that opened something once. */
  spent: readonly Readonly<{ parameter: string; why: string; value: string }>[]
  secrets: readonly Secret[]
  /** Puts the uploaded files back where they were. */
  keepFiles(): void
}>

/** Path parameters that name an entry of a closed list, not a row. */
export const listed: Readonly<Record<string, string>> = {
  type: "reseller",
  kind: "partners",
  promise: "deal_answer",
}

let words = 0

/** One row of everything, in a partnership of its own between the host and two companies; a third one has left. */
export const plant = async (keelson: TestKeelson, workspaceId: Id, people: Ground["people"]): Promise<Planted> => {
  const ids: Record<string, string> = { ...listed }
  const privateRows: PrivateRow[] = []
  const spent: { parameter: string; why: string; value: string }[] = []
  const secrets: Secret[] = []
  const files: { path: string; content: string }[] = []
  const keepFiles = () => {
    for (const { path, content } of files) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
    }
  }
  const client = new pg.Client({ connectionString: keelson.ownerUrl })
  await client.connect()
  await client.query("set session_replication_role = replica")
  const companies = { leading: newId(), second: newId(), left: newId() }
  ids["organization"] = companies.leading
  ids["partnership"] = newId()
  const ground: Ground = {
    db: queriesOver(client),
    workspaceId,
    partnershipId: ids["partnership"],
    at: keelson.platform.clock.now(),
    companies,
    people,
    id: (parameter, readers) => {
      if (readers === undefined) {
        ids[parameter] ??= newId()
        return ids[parameter]
      }
      const known = privateRows.find((row) => row.parameter === parameter && row.readers === readers)
      if (known) return known.id
      const id = newId()
      privateRows.push({ parameter, readers, id })
      return id
    },
    spent: (parameter, why) => {
      const value = newId()
      spent.push({ parameter, why, value })
      return value
    },
    secret: (readers, of) => {
      words += 1
      const text = `zq${words}qz`
      secrets.push({ text, readers, of, ground })
      return text
    },
    keepFile: (name, content) => {
      const path = join(keelson.platform.config.folder, name)
      files.push({ path, content })
      return path
    },
    keepBytes: (content) => {
      const hash = createHash("sha256").update(content).digest("hex")
      ground.keepFile(`files/${workspaceId}/${hash.slice(0, 2)}/${hash}`, content)
      return { hash, bytes: Buffer.byteLength(content) }
    },
  }
  for (const { fixture } of modules) await fixture(ground)
  keepFiles()
  await client.end()
  return { ground, ids, privateRows, spent, secrets, keepFiles }
}
