/**
 * Home gathers what needs a person today from every module: promises, drift, deadlines, news.
 * It holds nothing of its own and decides nothing; each thing is acted on where it belongs.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"

export const home = defineModule("home", { actions })
