import { z } from "zod"
import { endpoint, idShape, textShape } from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"

const savedView = z.object({
  id: idShape,
  place: z.string(),
  name: z.string(),
  search: z.record(z.string(), z.unknown()),
  isShared: z.boolean(),
  isOwn: z.boolean(),
})
export type SavedView = z.input<typeof savedView>

const place = z.string().regex(/^[a-z-]{1,40}$/, "the name of a page, such as portfolio")

export const listSavedViews = endpoint("GET", "/saved-views", {
  summary: "Views of one page that the reader saved, or that others shared.",
  reads: ["saved-views"],
  query: { place },
  output: z.object({ items: z.array(savedView) }),
  refusals: roleMayNot,
})

export const saveView = endpoint("POST", "/saved-views", {
  makes: true,
  summary: "Saves the filters of a page under a name.",
  changes: ["saved-views"],
  input: {
    place,
    name: textShape(80),
    search: z
      .record(
        z.string().max(40),
        z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(200)).max(50)]),
      )
      .refine((search) => Object.keys(search).length <= 30, "at most 30 filters"),
    isShared: z.boolean().default(false),
  },
  output: savedView,
  refusals: {
    ...roleMayNot,
    "too-many-views": { status: 409, title: "There are 200 views on this page. Delete one first." },
  },
})

export const deleteSavedView = endpoint("DELETE", "/saved-views/:view", {
  summary: "Deletes a view one saved.",
  changes: ["saved-views"],
  params: { view: idShape },
  output: z.object({ id: idShape }),
  refusals: {
    ...roleMayNot,
    "not-your-view": { status: 403, title: "Only the person who saved a view may delete it." },
  },
})
