import type pg from "pg"
import type { WorkspaceActor } from "#core/actor"
import type { Endpoint } from "#core/endpoint"
import type { Id } from "#core/ids"
import { modules } from "#modules-list"
import type { Platform } from "#platform/platform"
import { Problem } from "#platform/problem"
import { runAction } from "#platform/run-action"
import type { Transact } from "#platform/transaction"

class RolledBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super("rolled back")
    this.result = result
  }
}

const rolledBack =
  ({ transact }: Platform): Transact =>
  async (actor, work) => {
    try {
      return await transact(actor, async (tx) => {
        throw new RolledBack(await work(tx))
      })
    } catch (fault) {
      if (fault instanceof RolledBack) return fault.result as never
      throw fault
    }
  }

const actionOf = (endpoint: Endpoint) => {
  const action = modules.flatMap(({ actions }) => actions).find((each) => each.endpoint === endpoint)
  if (!action) throw new Error(`no action of ${endpoint.path}`)
  return action
}

type Input = Readonly<Record<string, unknown>>

export type Seen = Readonly<{ version?: number; abilities: Readonly<Record<string, unknown>> }>
export type Thing = Readonly<{
  table: string
  id: string
  /** Columns to set, by the name of the state. */
  states: Readonly<Record<string, Input>>
  seenBy: readonly WorkspaceActor[]
  read(actor: WorkspaceActor): Promise<Seen | undefined>
  acts: Readonly<Record<string, readonly [Endpoint, Input]>>
}>

/** Looks at things as somebody, and tries acts on them in transactions that are rolled back. */
export const abilityTrials = (platform: Platform, owner: pg.Client, workspaceId: Id) => {
  const trying = { ...platform, transact: rolledBack(platform) }

  const view = async (endpoint: Endpoint, actor: WorkspaceActor, input: Input): Promise<never> => {
    const parsed = { ...endpoint.query.parse({}), ...input }
    return (await runAction(platform, actionOf(endpoint), actor, parsed)).body as never
  }

  /** True when the act would be done, the code of its refusal otherwise. */
  const tried = async (endpoint: Endpoint, actor: WorkspaceActor, input: Input, version?: number) => {
    try {
      await runAction(trying, actionOf(endpoint), actor, { ...input }, { ifMatch: version })
      return true
    } catch (fault) {
      if (fault instanceof Problem) return fault.body.code
      throw fault
    }
  }

  const setTo = async ({ table, id }: Thing, columns: Input) => {
    const names = Object.keys(columns)
    const sets = names.map((name, at) => `${name} = $${at + 3}`)
    await owner.query(`update ${table} set ${sets.join(", ")} where workspace_id = $1 and id = $2`, [
      ...[workspaceId, id],
      ...Object.values(columns),
    ])
  }

  const disagreements = async (thing: Thing): Promise<string[]> => {
    const wrong: string[] = []
    for (const [state, columns] of Object.entries(thing.states)) {
      await setTo(thing, columns)
      for (const actor of thing.seenBy) {
        const seen = await thing.read(actor)
        if (!seen) continue
        for (const [name, [endpoint, input]] of Object.entries(thing.acts)) {
          const answer = await tried(endpoint, actor, input, seen.version)
          const who = "role" in actor ? `${actor.side} ${actor.role}` : actor.kind
          if (answer !== seen.abilities[name])
            wrong.push(`${who}, ${state}: ${name} says ${seen.abilities[name]}, the act ${answer}`)
        }
      }
    }
    return wrong
  }

  return { view, tried, setTo, disagreements }
}
