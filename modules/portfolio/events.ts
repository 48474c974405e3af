import { z } from "zod"
import { exportFields } from "#modules/documents"
import { event } from "#platform/event"

/** Who may see that something was exported is the side that did it. */
export const portfolioExported = event("portfolio.exported", {
  subject: "workspace",
  concernsSecurity: true,
  visibility: "stated",
  payload: exportFields,
})
export const partnershipExported = event("partnership.exported", {
  subject: "partnership",
  concernsSecurity: true,
  visibility: "stated",
  payload: exportFields,
})

/** The overview was shared with somebody who does not sign in: outside this, nobody may know their address. */
export const overviewShared = event("partnership.shared", {
  subject: "partnership",
  concernsSecurity: true,
  visibility: "host",
  payload: { mailedTo: z.string() },
})

export const events = [portfolioExported, partnershipExported, overviewShared]
