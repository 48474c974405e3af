/**
 * The portfolio shows each partnership with what follows from what happens in it: promises kept, drift, next end, last contact.
 * It is a read model: it holds nothing of its own and decides nothing; the record itself is changed in partnerships.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { events } from "./events.ts"

export const portfolio = defineModule("portfolio", { actions, events })
