import type { System, WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { partnershipsOf } from "#modules/partnerships"
import { actorIn, findWorkspace } from "#modules/workspaces"
import type { Heard, News, Notice } from "#platform/news"
import type { Platform } from "#platform/platform"
import * as store from "./store.ts"

/** What somebody is in the workspace at this moment; undefined when they may not enter any more. */
const readerOf = async (
  { transact }: Platform,
  system: System,
  userId: string,
): Promise<WorkspaceActor | undefined> => {
  const workspace = await transact(system, findWorkspace, "read")
  if (!workspace) return undefined
  return transact({ kind: "person", userId }, (tx) => actorIn(tx, userId, workspace.slug, partnershipsOf), "read")
}

/** What those whom an event concerns are told of it, each asked as themselves. */
export const noticesFor = async (
  platform: Platform,
  system: System,
  { noticeFor }: News,
  heard: Heard,
): Promise<readonly Notice[]> => {
  if (noticeFor === undefined) return []
  const notices: Notice[] = []
  for (const userId of new Set(heard.concerns ?? [])) {
    const reader = await readerOf(platform, system, userId)
    const notice = reader && (await platform.transact(reader, (tx) => noticeFor(tx, heard), "read"))
    if (notice) notices.push({ ...notice, userId })
  }
  return notices
}

/** What waits to be mailed to somebody and is no longer there for them: removed since, or theirs to see no more. */
export const goneFor = async (
  platform: Platform,
  system: System,
  userId: string,
  all: readonly News[],
): Promise<ReadonlySet<Id>> => {
  const asking = new Map(all.flatMap(({ kind, isStillThere }) => (isStillThere ? [[kind, isStillThere]] : [])))
  const waiting = await platform.transact(system, (tx) => store.unmailedOf(tx, userId, [...asking.keys()]), "read")
  if (waiting.length === 0) return new Set()
  const reader = await readerOf(platform, system, userId)
  if (!reader) return new Set(waiting.map(({ id }) => id))
  return platform.transact(
    reader,
    async (tx) => {
      const gone = new Set<Id>()
      for (const { id, kind, payload } of waiting) if (!(await asking.get(kind)?.(tx, payload))) gone.add(id)
      return gone
    },
    "read",
  )
}
