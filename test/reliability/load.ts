import { newId } from "#platform/ids"
import { until } from "./product.ts"
import type { Reply, Visitor } from "./visitor.ts"

/** What the servers said is done. */
export type Acknowledged = Readonly<{
  /** Name by id. */
  organizations: Map<string, string>
  /** The last name and version by id, of those that are edited. */
  edited: Map<string, { name: string; version: number }>
  invitations: Map<string, string>
}>

export type Load = Readonly<{ acknowledged: Acknowledged; replies: readonly Reply[]; stop(): Promise<void> }>

/** Not answered, not now, or no room. */
const isRepeated = ({ status }: Reply): boolean => [0, 503, 507].includes(status)

/** Writes without pause from several connections, to each server in turn, and repeats what was not answered. */
export const writeWithoutPause = (visitor: Visitor, ports: readonly number[]): Load => {
  const acknowledged: Acknowledged = { organizations: new Map(), edited: new Map(), invitations: new Map() }
  const replies: Reply[] = []
  let isWanted = true
  let turns = 0

  const send = async (method: string, path: string, more: Parameters<Visitor["send"]>[3]): Promise<Reply> => {
    const reply = await visitor.send(ports[turns++ % ports.length] ?? 0, method, path, more)
    replies.push(reply)
    if (isRepeated(reply)) await new Promise((resolve) => setTimeout(resolve, 100))
    return reply
  }
  /** A creation, repeated under one key until it is answered. */
  const create = async (path: string, body: object): Promise<string> => {
    const key = newId()
    for (;;) {
      const reply = await send("POST", path, { body, key })
      if (reply.status === 201) return String(reply.body.id)
      if (!isRepeated(reply)) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
    }
  }
  const creator = async (): Promise<void> => {
    const name = `Made ${newId()}`
    acknowledged.organizations.set(await create("/organizations", { name }), name)
  }
  const inviter = async (): Promise<void> => {
    const email = `${newId()}@invited.example`
    acknowledged.invitations.set(await create("/invitations", { email, side: "host", role: "viewer" }), email)
  }
  /** An edit has no key but a version: one that was not answered is looked up before it is repeated. */
  const editor = (id: string) => async (): Promise<void> => {
    const before = acknowledged.edited.get(id) ?? { name: "", version: 1 }
    const name = `Edited ${newId()}`
    for (;;) {
      const { status } = await send("PUT", `/organizations/${id}`, { body: { name }, ifMatch: before.version })
      const isDone =
        status === 200 || (status === 412 && (await send("GET", `/organizations/${id}`, {})).body.name === name)
      if (isDone) return void acknowledged.edited.set(id, { name, version: before.version + 1 })
    }
  }
  const repeat = async (act: () => Promise<void>): Promise<void> => {
    while (isWanted) await act()
  }
  const edit = async (): Promise<void> => repeat(editor(await create("/organizations", { name: `Edited ${newId()}` })))

  const writers = Promise.all([...[creator, creator, creator, inviter, inviter].map(repeat), edit(), edit()])
  return {
    acknowledged,
    replies,
    stop: async () => {
      isWanted = false
      await writers
    },
  }
}

/** Waits until some more writes were answered: the servers serve again. */
export const moreWrites = async ({ acknowledged }: Load, count = 20): Promise<void> => {
  const before = acknowledged.organizations.size
  await until(() => acknowledged.organizations.size >= before + count, 60_000, "writes to be answered again")
}
