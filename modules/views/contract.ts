import { z } from "zod"
import { abilityShape, endpoint, idShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { mostPins, mostViews } from "./rules.ts"

const savedView = z.object({
  id: idShape,
  place: z.string(),
  name: z.string(),
  search: z.record(z.string(), z.unknown()),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  isPinned: z.boolean().describe("whether the reader keeps it in their navigation"),
  version: z.number(),
  abilities: z.object({ change: abilityShape.describe("renaming, replacing and deleting it") }),
})
export type SavedView = z.input<typeof savedView>

const tooManyPins = {
  "too-many-pins": { status: 409, title: `You have pinned ${mostPins} views. Unpin one first.` },
} as const

const place = z.string().regex(/^[a-z-]{1,40}$/, "the name of a page, such as portfolio")

/** All that an address can say of a page: words, figures, and lists such as the groups that are folded. */
const search = z
  .record(
    z.string().max(40),
    z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]),
  )
  .refine((said) => Object.keys(said).length <= 60, "at most 60 filters")

const notYourView = {
  "not-your-view": {
    status: 403,
    title: "Only the person who saved a view may change or delete it; one that is shared, administrators too.",
  },
} as const

export const listSavedViews = endpoint("GET", "/saved-views", {
  summary: "Views of one page that the reader saved, or that others shared.",
  reads: ["saved-views", "pinned-views"],
  query: { place },
  output: z.object({ items: z.array(savedView) }),
  refusals: roleMayNot,
})

export const saveView = endpoint("POST", "/saved-views", {
  makes: true,
  summary: "Saves the filters of a page under a name.",
  changes: ["saved-views", "pinned-views"],
  input: {
    place,
    name: textShape(80),
    search,
    isShared: z.boolean().default(false),
    isPinned: z.boolean().default(false),
  },
  output: savedView,
  refusals: {
    ...roleMayNot,
    ...tooManyPins,
    "too-many-views": { status: 409, title: `There are ${mostViews} views on this page. Delete one first.` },
  },
})

export const editSavedView = endpoint("PUT", "/saved-views/:view", {
  summary: "Renames a view, shares it or keeps it to oneself again, and replaces what it shows.",
  edits: true,
  changes: ["saved-views", "pinned-views"],
  params: { view: idShape },
  input: { name: textShape(80), search, isShared: z.boolean() },
  output: savedView,
  refusals: { ...roleMayNot, ...notYourView },
})

export const deleteSavedView = endpoint("DELETE", "/saved-views/:view", {
  summary: "Deletes a view; it goes from the navigation of whoever pinned it.",
  changes: ["saved-views", "pinned-views"],
  params: { view: idShape },
  output: z.object({ id: idShape }),
  refusals: { ...roleMayNot, ...notYourView },
})

export const listPinnedViews = endpoint("GET", "/pinned-views", {
  summary: "The views, of all pages, that the reader keeps in their navigation, in their own order.",
  reads: ["saved-views", "pinned-views"],
  output: z.object({ items: z.array(savedView) }),
  refusals: roleMayNot,
})

export const pinView = endpoint("PUT", "/saved-views/:view/pin", {
  summary: "Puts a view one sees at the end of one's own navigation; what is there already stays where it is.",
  changes: ["pinned-views"],
  params: { view: idShape },
  input: {},
  output: z.object({ id: idShape }),
  refusals: { ...roleMayNot, ...tooManyPins },
})

export const unpinView = endpoint("DELETE", "/saved-views/:view/pin", {
  summary: "Takes a view out of one's own navigation. The view stays.",
  changes: ["pinned-views"],
  params: { view: idShape },
  output: z.object({ id: idShape }),
  refusals: roleMayNot,
})

export const orderPinnedViews = endpoint("PUT", "/pinned-views", {
  summary: "Puts one's own pins in another order. Pins that are not named stay, behind those that are.",
  changes: ["pinned-views"],
  input: { views: z.array(idShape).max(mostPins) },
  output: z.object({ views: z.array(idShape) }),
  refusals: roleMayNot,
})
