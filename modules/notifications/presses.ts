import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { linkInMail } from "#modules/links"
import type { Addressee } from "#platform/link"
import { idsIn, type News } from "#platform/news"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"

type Waiting = Readonly<{
  id: Id
  kind: string
  partnershipId: Id | null
  payload: Readonly<Record<string, unknown>>
}>

/** Where a mail leads to do something about a line, which act that is, and how long it works. */
export type Press = Readonly<{ act: string; days: number; url: string }>

/** What can be done about these by a link in their mail. Two lines about one thing share its link: a second would be the end of the first. */
export const pressesFor = async (
  tx: Tx<System>,
  platform: Platform,
  newsOf: ReadonlyMap<string, News>,
  lines: readonly Waiting[],
  to: Addressee,
): Promise<ReadonlyMap<Id, Press>> => {
  const made = new Map<string, Press>()
  const found = new Map<Id, Press>()
  for (const { id, kind, partnershipId, payload } of lines) {
    const press = newsOf.get(kind)?.press
    const [subjectId] = press ? idsIn([payload], press.by) : []
    if (!press || subjectId === undefined) continue
    const key = `${press.act.kind} ${subjectId}`
    const known = made.get(key) ?? {
      ...{ act: press.act.kind, days: press.act.days },
      url: await linkInMail(tx, platform, press.act, { subjectId, partnershipId, to }),
    }
    made.set(key, known)
    found.set(id, known)
  }
  return found
}
