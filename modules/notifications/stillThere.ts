import type { Id } from "#core/ids"
import type { Contributed } from "#platform/contributed"
import type { WorkspaceTx } from "#platform/tx"

type Told = Readonly<{
  kind: string
  partnershipId: Id | null
  partnershipName: string | null
  payload: Readonly<Record<string, unknown>>
}>

/**
 * Of what somebody was told, what there still is for them to see, asked as themselves at this moment: what is gone, or was made private
 * meanwhile, is neither shown nor counted. It stays in the table, and is back when it may be seen again.
 */
export const stillThere = async <T extends Told>(
  tx: WorkspaceTx,
  { news }: Contributed,
  rows: readonly T[],
): Promise<readonly T[]> => {
  const asking = new Map(news.map((each) => [each.kind, each.isStillThere]))
  const stays = await Promise.all(
    rows.map(async ({ kind, partnershipId, partnershipName, payload }) => {
      if (partnershipId !== null && partnershipName === null) return false
      return (await asking.get(kind)?.(tx, payload)) ?? true
    }),
  )
  return rows.filter((_, index) => stays[index])
}
