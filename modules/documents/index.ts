/**
 * A document is what somebody takes away: a page to read, slides, a workbook, a calendar; in their language, of a day, and for
 * an audience that stands on it. It is not a file that somebody brought (files), and it decides nothing: what it shows was
 * read through the same endpoints as the pages show it.
 */

import { defineModule } from "#platform/module"

export { exportFields } from "./contract.ts"
export { type Desk, factsOf, type Narrowed, openDesk, paperOn, sheetOn } from "./desk.ts"
export { documentNamed, gathered, makeSheet } from "./made.ts"
export { type Made, madeOf, takenDown } from "./taken.ts"

export const documents = defineModule("documents")
