import { z } from "zod"
import { endpoint, idShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { mostTagLength, mostTags } from "#rules/partnerships"

export const tagShape = textShape(mostTagLength).regex(/^[^,]*$/, "a word or two without a comma")

/** So many at once, as a page of a list has them. */
const mostAtOnce = 100

const changed = z.object({
  id: idShape,
  tags: z.array(z.string()),
  added: z.array(z.string()),
  removed: z.array(z.string()),
})

export const tagPartnerships = endpoint("POST", "/partnership-tags", {
  summary:
    "Adds tags to partnerships and removes others: to all that are named, or to none where one may not be changed.",
  changes: ["partnerships"],
  input: {
    partnershipIds: z.array(idShape).min(1).max(mostAtOnce),
    add: z.array(tagShape).max(mostTags).default([]),
    remove: z.array(tagShape).max(mostTags).default([]),
  },
  output: z.object({ items: z.array(changed).describe("every one that was named, and what changed of it") }),
  refusals: {
    ...roleMayNot,
    "too-many-tags": { status: 409, title: `A partnership has at most ${mostTags} tags. Remove one first.` },
  },
})

export const listTags = endpoint("GET", "/partnership-tags", {
  summary: "Every tag in use, and how many partnerships have it.",
  reads: ["partnerships"],
  output: z.object({ items: z.array(z.object({ tag: z.string(), partnerships: z.number().int() })) }),
  refusals: roleMayNot,
})
