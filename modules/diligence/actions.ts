import { itemActions } from "./actions/items.ts"
import { listActions } from "./actions/lists.ts"
import { roundActions } from "./actions/rounds.ts"

export const actions = [...listActions, ...itemActions, ...roundActions]
