import i18next, { type BackendModule } from "i18next"
import { createElement, Suspense } from "react"
import { renderToString } from "react-dom/server"
import { prerender } from "react-dom/static"
import { beforeAll, expect, test } from "vitest"
import { drawAgain, useTranslation } from "./translation.ts"

const texts: Record<string, object> = { ui: { yes: "Yes" }, home: { day: "Your day" }, later: { word: "Later" } }
const read: string[] = []
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (_language, name, done) => {
    read.push(name)
    setTimeout(() => done(null, texts[name]), 5)
  },
}

beforeAll(async () => {
  await i18next.use(backend).init({ lng: "en", fallbackLng: false, ns: ["ui"], defaultNS: "ui" })
})

const given: unknown[] = []
const Taker = ({ areas }: { areas: string | string[] }) => {
  given.push(useTranslation(areas).t)
  return null
}
const Day = () => useTranslation(["home", "ui"]).t("day" as never)

/** The translator that a piece of a page is given. */
const givenTo = (areas: string | string[]): unknown => {
  renderToString(createElement(Taker, { areas }))
  return given.at(-1)
}

test("a piece waits for its texts, which are read once for all that wait for them", async () => {
  const page = createElement(Suspense, { fallback: "waits" }, createElement(Day), " ", createElement(Day))
  const { prelude } = await prerender(page)
  expect(await new Response(prelude).text()).toContain("Your day")
  expect(read.filter((name) => name === "home")).toHaveLength(1)
})

test("all pieces of an area share one translator, and texts that arrive for others leave it as it is", async () => {
  const one = givenTo("ui")
  expect(givenTo(["ui", "home"])).toBe(one)
  expect(givenTo("home")).not.toBe(one)
  await i18next.loadNamespaces("later")
  expect(givenTo("ui")).toBe(one)
})

test("a page that has shown what it had no texts for is said anew", () => {
  const before = givenTo("ui")
  drawAgain()
  expect(givenTo("ui")).not.toBe(before)
})
