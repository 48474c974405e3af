import { expect, test } from "vitest"
import { decideAsking, decideSettling, suspicionsOf, toldState } from "../rules.ts"

const honest = { isTrapFilled: false, openSeconds: 60, isAgain: false, inLastHour: 0, texts: ["see https://a.example"] }

test("somebody who fills a form in is not suspect", () => {
  expect(suspicionsOf(honest)).toEqual([])
  expect(suspicionsOf({ ...honest, openSeconds: 4, inLastHour: 29 })).toEqual([])
  expect(suspicionsOf({ ...honest, openSeconds: 90_000 })).toEqual([])
  expect(suspicionsOf({ ...honest, texts: ["http://a www.b", "https://c HTTPS://d"] })).toEqual([])
})

test("what is odd is held back, with every reason", () => {
  expect(suspicionsOf({ ...honest, isTrapFilled: true })).toEqual(["trap"])
  expect(suspicionsOf({ ...honest, openSeconds: 3.9 })).toEqual(["quick"])
  expect(suspicionsOf({ ...honest, openSeconds: undefined })).toEqual(["page"])
  expect(suspicionsOf({ ...honest, isAgain: true })).toEqual(["again"])
  expect(suspicionsOf({ ...honest, inLastHour: 30 })).toEqual(["many"])
  expect(suspicionsOf({ ...honest, texts: ["http://a http://b http://c", "www.d www.e"] })).toEqual(["links"])
  expect(suspicionsOf({ isTrapFilled: true, openSeconds: 0, isAgain: true, inLastHour: 99, texts: [] })).toEqual([
    ...["trap", "quick", "again", "many"],
  ])
})

test("only what is held back is settled by a press; of a candidate something is asked, once at a time", () => {
  expect(decideSettling("suspected")).toBe(true)
  for (const state of ["received", "asked", "discarded"] as const)
    expect(decideSettling(state)).toMatchObject({ refusal: "application-settled" })
  expect(decideAsking("received", "assessing")).toBe(true)
  expect(decideAsking("suspected", null)).toMatchObject({ refusal: "application-held" })
  expect(decideAsking("asked", "assessing")).toMatchObject({ refusal: "asked-already" })
  expect(decideAsking("received", "declined")).toMatchObject({ refusal: "stage-decided" })
})

test("an applicant is told the state and never what was decided; what is held back or discarded reads as received", () => {
  expect(toldState("suspected", null)).toBe("received")
  expect(toldState("discarded", null)).toBe("received")
  expect(toldState("received", "sourced")).toBe("received")
  expect(toldState("asked", "sourced")).toBe("asked")
  for (const stage of ["researching", "shortlisted", "on_hold"] as const)
    expect(toldState("received", stage)).toBe("looked_at")
  expect(toldState("asked", "assessing")).toBe("asked")
  for (const stage of ["approved", "declined"] as const) expect(toldState("asked", stage)).toBe("decided")
})
