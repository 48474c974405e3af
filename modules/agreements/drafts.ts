/** What of drafts those need who make a document of one. */
export { following } from "./drafts/content.ts"
export { surroundings } from "./drafts/view.ts"
