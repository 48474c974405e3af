/**
 * A file is an upload about something: its name, what its bytes are, whose it is, who may see it, and how long it stays.
 * It is not a document that Keelson makes (documents), and not a table of rows to bring in (imports).
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { importable } from "./importable.ts"
import { jobs } from "./jobs.ts"
import { news } from "./news.ts"
import { personal } from "./personal.ts"

export { attachAside, removeAside, takeAside } from "./aside.ts"
export { heldContent, heldFiles, holdFiles, releaseFiles, waitingContent } from "./hold.ts"
export {
  attachOutside,
  forgetOutside,
  outsideContent,
  outsideFiles,
  outsideFilesOf,
  storedOutside,
  takeOutside,
} from "./outside.ts"
export { recordFile } from "./recordFile.ts"
export { removeFilesOf, sendFiles } from "./unsent.ts"
export { filesOf } from "./view.ts"

export const files = defineModule("files", {
  tables: { file_object: "every partner", file: "partnership with privacy" },
  companyRows,
  personal: [personal],
  partnersWrite: { file: ["insert", "update"] },
  actions,
  events,
  jobs,
  news,
  importable: [importable],
  fixture,
})
