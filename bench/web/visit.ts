import type { Browser, CDPSession, Page } from "playwright-core"
import type { WebPlace } from "./place.ts"

/** A browser of somebody signed in, as cold as on the first day, on a processor this many times slower. */
export type Visit = Readonly<{ page: Page; devtools: CDPSession }>

export const visiting = async <T>(
  browser: Browser,
  { address, cookie }: Pick<WebPlace, "address" | "cookie">,
  slower: number,
  use: (visit: Visit) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({
    baseURL: address,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
  })
  try {
    await context.addCookies(
      cookie.split("; ").map((each) => {
        const [name = "", ...value] = each.split("=")
        return { name, value: value.join("="), url: address }
      }),
    )
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower })
    return await use({ page, devtools })
  } finally {
    await context.close()
  }
}

/** Nothing is loading and nothing moves any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle")
  await page.locator(".mantine-Skeleton-root").first().waitFor({ state: "detached" })
  await page.waitForTimeout(500)
}
