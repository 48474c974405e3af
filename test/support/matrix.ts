import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import type { Readers } from "#platform/fixture"
import type { Secret } from "./planting.ts"
import { leastInput, narrowInput } from "./requests.ts"
import type { Vault } from "./vault.ts"
import { mayBeSent, type Visitor, type World } from "./visitors.ts"

/** What one row of the matrix asks for: an endpoint, and which row or link of ours stands in its path. */
export type Question = Readonly<{
  module: string
  endpoint: Endpoint
  name: string
  ids: Readonly<Record<string, string>>
  /** Who alone sees the row. */
  readers: Readers | undefined
  /** The link opened something once. */
  isSpent: boolean
}>

/**
 * What one visitor was told: `yes`; `seen`, where a rule refused what they may do and see; the status of a refusal with its
 * code, where that is not the usual one; anything else is a fault.
 */
export type Cell = string

export type Matrix = Readonly<{
  rows: readonly Readonly<{ question: Question; cells: Readonly<Record<string, Cell>> }>[]
  /** Texts that reached somebody who may not read them. */
  leaks: readonly string[]
  /** Rows in which something changed although it was refused. */
  changes: readonly string[]
  /** Texts that reached nobody at all: what is looked for in vain proves nothing. */
  unseen: readonly Secret[]
}>

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

/** Every endpoint, once more for each row of ours that is private to somebody, and for each link that has been spent. */
const questionsAbout = ({ main }: World): readonly Question[] =>
  modules.flatMap(({ name: module, actions }) =>
    actions.flatMap(({ endpoint }) => {
      const isIn = ({ parameter }: { parameter: string }) => parameter in endpoint.params.shape
      const name = nameOf(endpoint)
      const plainly = { module, endpoint, name, ids: main.ids, readers: undefined, isSpent: false }
      const about = (parameter: string, value: string, word: string) => ({
        ...plainly,
        name: `${name} (${word})`,
        ids: { ...main.ids, [parameter]: value },
      })
      return [
        plainly,
        ...main.privateRows
          .filter(isIn)
          .map(({ parameter, readers, id }) => ({ ...about(parameter, id, `private: ${readers}`), readers })),
        ...main.spent
          .filter(isIn)
          .map(({ parameter, why, value }) => ({ ...about(parameter, value, why), isSpent: true })),
      ]
    }),
  )

/** Lets everybody ask everything. Whatever somebody may do is undone at once, so that each finds the same. */
export const askEverything = async (world: World, vault: Vault): Promise<Matrix> => {
  const rows: { question: Question; cells: Record<string, Cell> }[] = []
  const leaks: string[] = []
  const changes: string[] = []
  const unseen = new Set(world.secrets)
  const listen = (question: Question, visitor: Visitor, body: unknown): void => {
    const said = typeof body === "string" ? body : JSON.stringify(body)
    for (const secret of world.secrets) {
      if (!said.includes(secret.text)) continue
      if (mayBeSent(secret, visitor)) unseen.delete(secret)
      else leaks.push(`${question.name} tells ${visitor.name} ${secret.of} (${secret.readers})`)
    }
  }
  const before = await vault.fingerprint()
  for (const question of questionsAbout(world)) {
    const cells: Record<string, Cell> = {}
    for (const visitor of world.visitors) {
      const { status, body } = await ask(question, visitor, leastInput(question.endpoint, question.ids))
      cells[visitor.name] = cellOf(question.endpoint, status, body)
      listen(question, visitor, body)
      let isDone = status < 300
      if (question.endpoint.method === "GET")
        for (const name of namesIn(world)) {
          const narrow = narrowInput(question.endpoint, question.ids, name)
          const told = await ask(question, visitor, narrow)
          isDone ||= told.status < 300
          listen(question, visitor, told.body)
        }
      // What hands out a file writes down that it did; the second may be handed out where the first came too late.
      if (isDone && (question.endpoint.method !== "GET" || question.endpoint.downloads !== undefined)) {
        await vault.restore()
        world.main.keepFiles()
      }
    }
    const after = await vault.fingerprint()
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    if (changed.length > 0) changes.push(`${question.name} changes ${changed.join(", ")}`)
    rows.push({ question, cells })
  }
  return { rows, leaks, changes, unseen: [...unseen] }
}

/** What the search is asked for: names that stand in the main partnership. */
const namesIn = ({ main }: World): readonly string[] =>
  main.secrets.filter(({ of }) => of.startsWith("the name of a partnership")).map(({ text }) => text)

const ask = ({ endpoint }: Question, { caller }: Visitor, input: Record<string, unknown>) =>
  caller.call(endpoint, input as never, {
    ...(endpoint.edits ? { ifMatch: 1 } : {}),
    ...(endpoint.uploads ? { file: { name: "partners.csv", content: "partner\nNew Ltd\n" } } : {}),
  })

const byRule = [409, 410, 412, 422, 423]

const cellOf = ({ refusals }: Endpoint, status: number, body: unknown): Cell => {
  const { code = "" } = (body ?? {}) as { code?: string }
  if (status < 300) return "yes"
  if (byRule.includes(status) && code in refusals) return "seen"
  if (status === 403) return code === "role-may-not" ? "403" : `403 ${code}`
  return status === 401 || status === 404 ? String(status) : `${status} ${code}`
}
