import type { LinkDoor } from "#platform/http-links"
import { press, read, renew } from "./actions.ts"
import { codeActions } from "./codeActions.ts"
import { pageOf } from "./page.ts"

/** The page without a session, for the HTTP edge to serve. */
export const linkDoor: LinkDoor = { read, press, renew, askCode: codeActions.ask, prove: codeActions.prove, pageOf }
