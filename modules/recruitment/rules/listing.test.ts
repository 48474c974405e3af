import { expect, test } from "vitest"
import { listingOf } from "../rules.ts"

const listed = (name: string, ...domains: string[]) => ({ id: name, name, domains })

test("a company is listed once however often and however it is written, with every domain that was said of it", () => {
  const { fresh, known } = listingOf(
    [listed("Rival Inc.", "rival.example"), listed("RIVAL GmbH", "rival.test"), listed("Foe")],
    [],
  )
  expect(fresh).toEqual([
    { name: "Rival Inc.", domains: ["rival.example", "rival.test"] },
    { name: "Foe", domains: [] },
  ])
  expect(known).toEqual([])
})

test("one that is listed is told, and takes the domains that it did not have", () => {
  const there = [listed("Rival", "rival.example"), listed("Foe", "foe.example")]
  const { fresh, known, widened } = listingOf([listed("RIVAL", "rival.test"), listed("Foe Ltd", "foe.example")], there)
  expect(fresh).toEqual([])
  expect(known).toEqual(["RIVAL", "Foe Ltd"])
  expect(widened).toEqual([{ id: "Rival", name: "Rival", domains: ["rival.example", "rival.test"] }])
})
