import { expect, test } from "vitest"
import { formatIn } from "#core/format"

test("the day of a moment is that of the reader's place, not that of Greenwich", () => {
  const lateAtHome = "2026-03-01T23:30:00.000Z"
  const dayIn = (zone: string) => formatIn("en-GB", zone).dayOf(lateAtHome)
  expect([dayIn("America/Chicago"), dayIn("UTC"), dayIn("Europe/Berlin"), dayIn("Asia/Tokyo")]).toEqual([
    ...["1 Mar 2026", "1 Mar 2026", "2 Mar 2026", "2 Mar 2026"],
  ])
})

const sources = import.meta.glob<string>(["../**/*.ts", "../**/*.tsx"], {
  ...{ eager: true, query: "?raw", import: "default" },
})

test("no page cuts the day out of a moment", () => {
  expect(Object.keys(sources).length).toBeGreaterThan(500)
  const cutting = Object.entries(sources).filter(([, source]) => /At\.slice\(0, 10\)/.test(source))
  // What was registered to the day has no time of its own.
  expect(cutting.map(([path]) => path)).toEqual(["../acts/Registrations.tsx"])
})
