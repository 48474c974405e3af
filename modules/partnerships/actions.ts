import { change, move } from "./actions/change.ts"
import { create } from "./actions/create.ts"
import { listNotes, writeNote } from "./actions/notes.ts"
import { join, leave } from "./actions/parties.ts"
import { listTags, tag } from "./actions/tags.ts"

export const actions = [create, change, move, join, leave, listNotes, writeNote, tag, listTags]
