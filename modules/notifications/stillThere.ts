import type { Id } from "#core/ids"
import type { News, Payload } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"

type Told = Readonly<{ kind: string; payload: Payload }>
type Listed = Told & Readonly<{ partnershipId: Id | null; partnershipName: string | null }>

/** Of news of several kinds, what there still is for the reader to see, in its order; each kind asked once. */
export const standing = async <T extends Told>(
  tx: WorkspaceTx,
  news: readonly News[],
  rows: readonly T[],
): Promise<readonly T[]> => {
  const asking = new Map(news.flatMap((each) => (each.areStillThere ? [[each.kind, each]] : [])))
  const gone = new Set<T>()
  await Promise.all(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(async ([kind, those]) => {
      const stays = await asking.get(kind)?.areStillThere?.(
        tx,
        those.map(({ payload }) => payload),
      )
      those.forEach((row, index) => {
        if (stays?.[index] === false) gone.add(row)
      })
    }),
  )
  return rows.filter((row) => !gone.has(row))
}

/**
 * Of what somebody was told, what there still is for them to see, asked as themselves at this moment: what is gone, or was made private
 * meanwhile, is neither shown nor counted. It stays in the table, and is back when it may be seen again.
 */
export const stillThere = <T extends Listed>(tx: WorkspaceTx, news: readonly News[], rows: readonly T[]) =>
  standing(
    tx,
    news,
    rows.filter(({ partnershipId, partnershipName }) => partnershipId === null || partnershipName !== null),
  )
