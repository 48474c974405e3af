import { exportFields } from "#modules/documents"
import { event } from "#platform/event"

/** Whoever takes the log away is in it. */
export const securityExported = event("security_log.exported", {
  subject: "workspace",
  concernsSecurity: true,
  visibility: "stated",
  payload: exportFields,
})

export const events = [securityExported]
