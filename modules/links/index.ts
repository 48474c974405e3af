/**
 * A link lets the person it was mailed to do one thing once, without signing in: opening it shows, a press on its page does.
 * It is neither a session nor a permission of its own: the act is done as that person, with the rights they have at that moment.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { companyRows } from "./companyRows.ts"
import { events } from "./events.ts"
import { fixture } from "./fixture.ts"
import { jobsFor } from "./jobs.ts"
import { personal } from "./personal.ts"

export { linkDoor } from "./door.ts"
export { plantLink } from "./fixture.ts"
export { type GivenLink, linksGiven, lockGiven, mailsOf, takeBackLink } from "./given.ts"
export { type Html, html } from "./html.ts"
export { forgetLinks, issueLink, linkInMail, revokeLinks } from "./issue.ts"
export { plainPage } from "./plainPage.ts"
export { closeLink, findLink, isProven } from "./use.ts"

export const links = defineModule("links", {
  tables: { link: "person", link_code: "person" },
  companyRows,
  personal: [personal],
  partnersWrite: { link: ["update"], link_code: ["insert", "update"] },
  actions,
  events,
  jobs: jobsFor,
  fixture,
})
