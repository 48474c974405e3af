import type { System } from "#core/actor"
import { addDays, type PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"

/** A view that one of the vendor's people has saved, by their place among them, and who has it in the navigation. */
type Saved = Readonly<{
  name: string
  by: number
  isShared: boolean
  pinnedBy: readonly number[]
  search(today: PlainDate): Readonly<Record<string, string>>
}>

const views: readonly Saved[] = [
  {
    ...{ name: "Drifting in DACH", by: 0, isShared: true, pinnedBy: [0, 1] },
    search: () => ({ drifting: "true", region: "DACH", sort: "-value" }),
  },
  {
    ...{ name: "Notice within 90 days", by: 0, isShared: false, pinnedBy: [0] },
    search: (today) => ({ noticeFrom: today, noticeTo: addDays(today, 90), sort: "notice" }),
  },
  {
    ...{ name: "By owner", by: 1, isShared: true, pinnedBy: [0, 2] },
    search: () => ({ group: "owner", sort: "name" }),
  },
  {
    ...{ name: "Not spoken for two months", by: 1, isShared: false, pinnedBy: [1] },
    search: (today) => ({ contactTo: addDays(today, -60), sort: "contact" }),
  },
]

type Person = Readonly<{ userId: string }>

/** Saves the views, each pinned by whoever works with it. */
export const saveViews = async ({ db, actor, now, today }: Tx<System>, people: readonly Person[]): Promise<void> => {
  const { workspaceId } = actor
  for (const [ordinal, { name, by, isShared, pinnedBy, search }] of views.entries()) {
    const id = newId()
    const owner = people[by]
    if (owner === undefined) continue
    await db
      .insertInto("savedView")
      .values({
        ...{ workspaceId, id, userId: owner.userId, place: "portfolio", name, isShared, createdAt: now },
        search: JSON.stringify(search(today)),
      })
      .execute()
    for (const person of pinnedBy.flatMap((each) => people[each] ?? []))
      await db.insertInto("pinnedView").values({ workspaceId, userId: person.userId, viewId: id, ordinal }).execute()
  }
}
