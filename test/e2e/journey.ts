import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, expect } from "vitest"
import type { Clock } from "#platform/clock"
import { freePort } from "#platform/embedded-postgres/free-port"
import { launchChromium } from "#test/chromium"
import { startTestKeelson, type TestKeelson } from "#test/keelson"
import { type SmtpSink, startSmtp } from "#test/smtp"
import { expectAccessible, settle } from "./accessible.ts"
import { desk, type Look, looks, sizeOf, takeLook } from "./looks.ts"
import { type ExpectedRefusal, watch } from "./watch.ts"

/** One person's browser. */
export type Visit = Readonly<{
  page: Page
  /** Opens an address of this Keelson. */
  go(path: string): Promise<void>
  /** The screen as it is now: axe, no sideways scrolling, and a picture, in every look; then back as it was. */
  see(step: string, which?: readonly Look[]): Promise<void>
  /** Says that this answer is meant to be a refusal: "403 POST /api/set-up". */
  expectRefusal(refusal: ExpectedRefusal): void
}>

export type VisitOptions = Readonly<{ look?: Look; locale?: string; cookie?: string }>

export type Journey = Readonly<{
  keelson: TestKeelson
  mail: SmtpSink
  visit(options?: VisitOptions): Promise<Visit>
}>

/** The real server with its worker and a real mail server, and a real browser to walk through it. */
export const startJourney = async (name: string, options: { clock?: Clock } = {}): Promise<Journey> => {
  const mail = await startSmtp()
  const port = await portFor()
  const keelson = await startTestKeelson({
    ...options,
    worker: true,
    environment: { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, SMTP_URL: mail.url },
  })
  const browser = await launchChromium()
  const open: { page: Page; problems: string[] }[] = []
  afterEach(async ({ task }) => {
    const seen = open.splice(0)
    if (task.result?.state === "fail")
      await Promise.all(seen.map(({ page }, place) => keepLook(page, name, `${task.id}-${place}`)))
    await Promise.all(seen.map(({ page }) => page.context().close()))
    expect(seen.flatMap(({ problems }) => problems)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await mail.stop()
  })
  return {
    keelson,
    mail,
    visit: async (chosen = {}) => {
      const page = await openPage(browser, keelson.address, chosen)
      const { problems, expectRefusal } = watch(page)
      open.push({ page, problems })
      const look = chosen.look ?? desk
      return {
        page,
        expectRefusal,
        go: (path) => go(page, path),
        see: (step, which) => see(page, look, name, step, which),
      }
    },
  }
}

/** What stood on a page when its journey broke off. */
const keepLook = async (page: Page, journey: string, place: string): Promise<void> => {
  const folder = join("artefacts", "screenshots", journey)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `failed-${place}.png`), fullPage: true }).catch(() => undefined)
}

const openPage = async (browser: Browser, address: string, { look = desk, locale = "en-GB", cookie }: VisitOptions) => {
  const context = await browser.newContext({
    baseURL: address,
    locale,
    timezoneId: "Europe/Berlin",
    viewport: sizeOf(look),
    colorScheme: look.scheme,
    reducedMotion: "reduce",
  })
  if (cookie)
    await context.addCookies(
      cookie.split("; ").map((each) => {
        const [name = "", ...value] = each.split("=")
        return { name, value: value.join("="), url: address }
      }),
    )
  context.setDefaultTimeout(45_000)
  return context.newPage()
}

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await settle(page)
}

const see = async (page: Page, before: Look, journey: string, step: string, which = looks): Promise<void> => {
  const folder = join("artefacts", "screenshots", journey)
  mkdirSync(folder, { recursive: true })
  await settle(page)
  for (const look of which) {
    await takeLook(page, look)
    await page.screenshot({ path: join(folder, `${step}-${look.width}-${look.scheme}.png`) })
    // At night only the colours are different.
    await expectAccessible(page, look.scheme === "dark" ? ["color-contrast"] : undefined)
  }
  await takeLook(page, before)
}

/**
 * The address of a server is part of its mails, so it has to be known before it starts. Taken below the ports that systems give away by
 * themselves (from 32768 on): nobody else is given it before the server listens there.
 */
const portFor = (): Promise<number> => freePort(20_000 + Math.floor(Math.random() * 12_000))
