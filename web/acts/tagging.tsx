import { act } from "#client/act"
import { tagPartnerships } from "#contract/partnerships"
import type { OutputOf } from "#core/endpoint"

type Tagged = OutputOf<typeof tagPartnerships>["items"]

/** Adds tags to partnerships and removes others; all of them or none. */
export const tagAll = async (
  ids: readonly string[],
  { add, remove }: Readonly<{ add: readonly string[]; remove: readonly string[] }>,
): Promise<Tagged> =>
  (await act(tagPartnerships, { input: { partnershipIds: [...ids], add: [...add], remove: [...remove] } })).items

/** Takes back what a change did to each, together what was done alike. */
export const untagAll = async (changed: Tagged): Promise<Tagged> => {
  const alike = Map.groupBy(changed, ({ added, removed }) => JSON.stringify([added, removed]))
  const answers = []
  for (const items of alike.values()) {
    const { added = [], removed = [] } = items[0] ?? {}
    if (added.length + removed.length === 0) continue
    answers.push(
      ...(await tagAll(
        items.map(({ id }) => id),
        { add: removed, remove: added },
      )),
    )
  }
  return answers
}

/** Words as one field holds them, apart: each once. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]
