import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { type ImportContext, importTable } from "#platform/importable"
import { decideTags, mostTagLength } from "../rules.ts"
import { allTags } from "../store.ts"

export const tagTable = importTable({
  name: "partnership_tag",
  columns: { id: "uuid", partnership_id: "uuid", tag: "text" },
  now: [],
  about: "partnership_id",
  undo: "delete",
})

/** Adds the tags that a file names; what a partnership has already stays, written as it is here. */
export const openTags = async ({ tx, add, newId, remarks }: ImportContext) => {
  const written = new Map<string, string>()
  const known = new Map<Id, readonly string[]>()
  for (const { partnershipId, tag } of await allTags(tx)) {
    written.set(tag.toLowerCase(), tag)
    known.set(partnershipId, [...(known.get(partnershipId) ?? []), tag])
  }
  return (id: Id, named: readonly string[]): void => {
    const fit = named.filter((tag) => tag.length <= mostTagLength && !tag.includes(","))
    const words = fit.map((tag) => written.get(tag.toLowerCase()) ?? tag)
    const decided = decideTags(known.get(id) ?? [], { add: words, remove: [] })
    for (const tag of named.filter((each) => isRefusal(decided) || !fit.includes(each)))
      remarks.tell("tag-left-out", { field: "tags", text: tag })
    if (isRefusal(decided)) return
    known.set(id, decided.tags)
    for (const tag of decided.added) {
      written.set(tag.toLowerCase(), tag)
      add(tagTable, { id: newId(), partnership_id: id, tag })
    }
  }
}
