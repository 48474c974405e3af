import { type Refusal, refuse } from "#core/refusal"

/** A partnership with more of them is found by none. */
export const mostTags = 20

/** In characters: longer is a note. */
export const mostTagLength = 40

/** All tags that a partnership can have, separated by commas, in characters: no list of tags that finds anything is longer. */
export const mostTagList = mostTags * (mostTagLength + 1)

type Tagged = Readonly<{ tags: readonly string[]; added: readonly string[]; removed: readonly string[] }>

const isSame = (tag: string) => (other: string) => other.toLowerCase() === tag.toLowerCase()

/** What has to be added and removed for the tags to be those wanted. Case makes no other tag: one that is written otherwise stays as it is. */
export const tagChange = (now: readonly string[], wanted: readonly string[]) => ({
  add: wanted.filter((tag) => !now.some(isSame(tag))),
  remove: now.filter((tag) => !wanted.some(isSame(tag))),
})

/** A partnership's tags after some were added and others removed, and what of that changed anything. Case makes no other tag. */
export const decideTags = (
  now: readonly string[],
  { add, remove }: Readonly<{ add: readonly string[]; remove: readonly string[] }>,
): Tagged | Refusal<"too-many-tags"> => {
  const removed = now.filter((tag) => remove.some(isSame(tag)))
  const kept = now.filter((tag) => !removed.includes(tag))
  const added = add.filter((tag, at) => ![...now, ...remove].some(isSame(tag)) && add.findIndex(isSame(tag)) === at)
  const tags = [...kept, ...added]
  return tags.length > mostTags && added.length > 0 ? refuse("too-many-tags") : { tags, added, removed }
}
