import { merge } from "./actions/merge.ts"
import { alike, list, mergedInto, preview, splittable } from "./actions/reading.ts"
import { split } from "./actions/split.ts"
import { undo } from "./actions/undo.ts"

export const actions = [preview, merge, undo, split, splittable, list, mergedInto, alike]
