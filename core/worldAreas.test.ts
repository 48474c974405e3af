import { expect, test } from "vitest"
import { countryNames } from "./countryNames.ts"
import { areaName, areaOfCountry, worldAreas } from "./worldAreas.ts"

test("every country but Antarctica lies in one part of the world, and each part has a name in every language", () => {
  const codes = [...countryNames("en").keys()]
  expect(codes.length).toBeGreaterThan(240)
  expect(codes.filter((code) => !areaOfCountry.has(code))).toEqual(["AQ"])
  expect([...areaOfCountry.keys()].length).toBe(new Set(areaOfCountry.keys()).size)
  expect([...new Set(areaOfCountry.values())].sort()).toEqual([...worldAreas].sort())
  for (const language of ["en", "de", "es", "fr", "pt", "ja"])
    expect(worldAreas.filter((area) => /^\d+$/.test(areaName(language, area)))).toEqual([])
  expect(areaName("de", areaOfCountry.get("AT") ?? "")).toBe("Westeuropa")
})
