import axe from "axe-core"
import type { Page } from "playwright-core"
import { expect } from "vitest"

type Violation = Readonly<{ id: string; help: string; nodes: readonly { html: string; failureSummary: string }[] }>

/** axe finds nothing on a settled page, and it does not scroll sideways. `rules` narrows it to some of axe's. */
export const expectAccessible = async (page: Page, rules?: readonly string[]): Promise<void> => {
  await page.evaluate(`window.axe || (() => { ${axe.source} })()`)
  const options = {
    resultTypes: ["violations"],
    ...(rules ? { runOnly: { type: "rule", values: rules } } : {}),
  }
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  expect(violations.map(sentenceOf), `accessibility of ${page.url()}`).toEqual([])
  const overhang = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth")
  const outside = overhang > 0 ? await page.evaluate<string[]>(beyondTheEdge) : []
  expect(overhang, `pixels by which ${page.url()} scrolls sideways: ${outside.join("; ")}`).toBeLessThanOrEqual(0)
}

/** The innermost elements that reach over the right edge; what scrolls within something else does not. */
const beyondTheEdge = `[...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth)
  .filter((each) => {
    for (let around = each.parentElement; around; around = around.parentElement)
      if (around !== document.documentElement && around !== document.body && getComputedStyle(around).overflowX !== "visible") return false
    return true
  })
  .filter((each, _, all) => !all.some((other) => other !== each && each.contains(other)))
  .slice(0, 5).map((each) => each.outerHTML.slice(0, 160))`

/** Nothing is being loaded any more. */
export const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle")
  await page.locator(".mantine-Skeleton-root, [aria-busy=true]").first().waitFor({ state: "detached" })
  await page.evaluate("document.fonts.ready.then(() => true)")
}

const sentenceOf = ({ id, help, nodes }: Violation): string =>
  `${id}: ${help}\n${nodes
    .slice(0, 4)
    .map(({ html, failureSummary }) => `  ${html.slice(0, 240)}\n  ${failureSummary.replaceAll("\n", " ")}`)
    .join("\n")}`
