import { expect, test } from "vitest"
import { eventKinds } from "./kinds.ts"

const sources = import.meta.glob<string>(["/modules/**/*.ts", "/demo/**/*.ts", "!/**/*.test.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
})
const texts = import.meta.glob<{ kinds: Record<string, string> }>("/web/locales/*/audit.json", {
  eager: true,
  import: "default",
})

test("every kind of event that our own code names can be chosen in the filter", () => {
  const written = Object.values(sources).flatMap((source) =>
    [...source.matchAll(/\brecord\(\s*"([a-z_-]+\.[a-z_-]+)"/g)].map(([, kind]) => kind),
  )
  expect(written.length).toBeGreaterThan(25)
  expect(eventKinds).toEqual(expect.arrayContaining(written))
})

test.each(Object.keys(texts))("every kind has its words in %s", (path) => {
  const keys = eventKinds.map((kind) => kind.replaceAll(/[.-]/g, "_"))
  expect(Object.keys(texts[path]?.kinds ?? {}).sort()).toEqual(keys.sort())
})
