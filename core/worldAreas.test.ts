import { expect, test } from "vitest"
import { countryNames } from "./countryNames.ts"
import { areaOfCountry, worldAreas } from "./worldAreas.ts"

test("every country but Antarctica lies in one part of the world", () => {
  const codes = [...countryNames("en").keys()]
  expect(codes.length).toBeGreaterThan(240)
  expect(codes.filter((code) => !areaOfCountry.has(code))).toEqual(["AQ"])
  expect([...areaOfCountry.keys()].length).toBe(new Set(areaOfCountry.keys()).size)
  expect([...new Set(areaOfCountry.values())].sort()).toEqual([...worldAreas].sort())
  expect(areaOfCountry.get("AT")).toBe("155")
})
