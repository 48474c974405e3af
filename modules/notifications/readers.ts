import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { personNow } from "#modules/partnerships"
import type { Heard, News, Notice } from "#platform/news"
import type { Platform } from "#platform/platform"
import { standing } from "./stillThere.ts"
import * as store from "./store.ts"

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
    const reader = await personNow(platform, system, userId)
    const told = reader ? await platform.transact(reader, (tx) => noticeFor(tx, heard), "read") : []
    notices.push(...[told ?? []].flat().map((notice) => ({ ...notice, userId })))
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
  const kinds = all.flatMap(({ kind, areStillThere }) => (areStillThere ? [kind] : []))
  const waiting = await platform.transact(system, (tx) => store.unmailedOf(tx, userId, kinds), "read")
  if (waiting.length === 0) return new Set()
  const reader = await personNow(platform, system, userId)
  if (!reader) return new Set(waiting.map(({ id }) => id))
  const stays = new Set(await platform.transact(reader, (tx) => standing(tx, all, waiting), "read"))
  return new Set(waiting.filter((each) => !stays.has(each)).map(({ id }) => id))
}
