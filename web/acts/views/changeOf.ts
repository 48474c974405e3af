import { act } from "#client/act"
import type { CallOf } from "#client/call"
import { editSavedView, type SavedView } from "#contract/views"

type Change = CallOf<typeof editSavedView>
type Said = Change["input"]

/** All that the address says of a page: words, figures and lists alike. What it says nothing of is left to the page. */
export const searchOf = (view: Record<string, unknown>): Said["search"] =>
  Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Said["search"]

/** Changes some of a view; the rest stays as it was read. */
export const changeOf = ({ id, version, name, isShared, search }: SavedView, change: Partial<Said>): Change => ({
  params: { view: id },
  ifMatch: version,
  input: { name, isShared, search: searchOf(search), ...change },
})

/** Makes a view again what it was before a change, unless somebody has changed it since. */
export const undoChange = (before: SavedView, { version }: SavedView) =>
  act(editSavedView, changeOf({ ...before, version }, {}))
