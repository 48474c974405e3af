import type { Page } from "playwright-core"

/** What a journey expects to go wrong: "422 POST /api/set-up". */
export type ExpectedRefusal = string

/** A visitor is told apart from a member by this answer, on every first page. */
const always: readonly ExpectedRefusal[] = ["401 GET /api/me"]

/** Collects everything a page should not do: errors in its console, policy violations, requests that fail. */
export const watch = (page: Page): { problems: string[]; expectRefusal(refusal: ExpectedRefusal): void } => {
  const problems: string[] = []
  const expected = new Set(always)
  page.on("console", (message) => {
    // The answer itself is judged below.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      problems.push(`console: ${message.text()}`)
  })
  // A link whose query was taken for a part of its path.
  page.on("framenavigated", (frame) => {
    if (frame.url().split("?").length > 2) problems.push(`address: ${frame.url()}`)
  })
  page.on("pageerror", (error) => problems.push(`page: ${error.stack ?? error.message}`))
  page.on("response", (response) => {
    if (response.status() < 400) return
    const refusal = `${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`
    if (!expected.has(refusal)) problems.push(`answer: ${refusal}`)
  })
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed"
    // A page that is left gives up what it was reading.
    if (reason !== "net::ERR_ABORTED") problems.push(`request: ${reason} ${request.url()}`)
  })
  return { problems, expectRefusal: (refusal) => void expected.add(refusal) }
}
