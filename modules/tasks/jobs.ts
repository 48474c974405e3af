import type { Id } from "#core/ids"
import { ownersOf, personNow } from "#modules/partnerships"
import { peopleOfParty } from "#modules/workspaces"
import { everyWorkspace, type JobContext, untilDone } from "#platform/jobs"
import type { WorkspaceTx } from "#platform/tx"
import { told } from "./board.ts"
import { taskOverdue, tasksTurned } from "./events.ts"
import { leadersOf } from "./holders.ts"
import { companiesToAsk, type Turn, type TurnedTask, turnTasks } from "./store.ts"

const perBatch = 500
const name = "tasks.turn-day"

/** Whoever may have to be told of these: their owners, and who answers for what nobody holds. */
const concernedBy = async (tx: WorkspaceTx, turned: readonly TurnedTask[]): Promise<readonly string[]> => {
  const leaders =
    tx.actor.kind === "partner-user"
      ? await leadersOf(tx)
      : [
          ...(
            await ownersOf(
              tx,
              turned.map(({ partnershipId }) => partnershipId),
            )
          ).values(),
        ]
  return [...new Set([...turned.flatMap(({ ownerId }) => ownerId ?? []), ...leaders])]
}

/** One batch of tasks whose day is near or has passed; true while there may be more. */
const turn =
  (what: Turn) =>
  async (tx: WorkspaceTx): Promise<boolean> => {
    const turned = await turnTasks(tx, what, perBatch)
    if (turned.length === 0) return false
    if (what === "overdue")
      await tx.recordBatch(
        taskOverdue,
        turned.map((task) => ({ ...told(task), partyId: task.partyId, job: name })),
      )
    const { actor } = tx
    const heard = { subjectId: actor.workspaceId, visibility: actor.side, job: name } as const
    // A company's row says which partnership it belongs to: without one it could not be kept.
    const batches: readonly (readonly [Id | undefined, readonly TurnedTask[]])[] =
      actor.kind === "partner-user"
        ? [...Map.groupBy(turned, ({ partnershipId }) => partnershipId)]
        : [[undefined, turned]]
    for (const [partnershipId, tasks] of batches)
      await tx.record(tasksTurned, {
        ...{ ...heard, partnershipId, payload: { what, count: tasks.length } },
        concerns: await concernedBy(tx, tasks),
      })
    return turned.length === perBatch
  }

/** One of a company's people, whose rights show what the company keeps to itself; nobody where it has none left. */
const askIn = async ({ platform }: JobContext, system: Parameters<typeof personNow>[1], company: Id) => {
  const people = await platform.transact(system, (tx) => peopleOfParty(tx, company), "read")
  for (const { userId } of people) {
    const person = await personNow(platform, system, userId)
    if (person?.kind === "partner-user" && person.organizationId === company) return person
  }
  return undefined
}

/**
 * Says whose day comes near and whose has passed. It looks every hour, because midnight comes to each workspace at its own time;
 * with nothing to tell it costs three index look-ups. What a company keeps to itself Keelson, which works for the host, does not
 * see: it is turned with the rights of one of the company's people.
 */
export const turnDay = everyWorkspace({
  name,
  cron: "10 * * * *",
  visit: async (context) => {
    const { platform, system, transact, signal } = context
    const turns = ["due_soon", "overdue"] as const
    for (const what of turns) await untilDone(context, turn(what))
    for (const company of await transact(companiesToAsk)) {
      const person = await askIn(context, system, company)
      if (person) for (const what of turns) while (!signal.aborted && (await platform.transact(person, turn(what))));
    }
  },
})

export const jobs = [turnDay]
