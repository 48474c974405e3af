import { expect, test } from "vitest"
import { foundPeople } from "./foundPeople.ts"

test("people are found by a part of their name or address, as each thing they are, by name", () => {
  const ida = { id: "1", name: "Ida Ost", email: "ida@here.example" }
  const max = { id: "2", name: "Max West", email: "max@there.example" }
  const contact = { id: "3", name: "Ben", email: null }
  const found = foundPeople(" THERE.ex", [ida], [max], [contact])
  expect(found.map(({ id, kind }) => [id, kind])).toEqual([
    ["3", "contact"],
    ["2", "partner_user"],
  ])
  expect(foundPeople("ost", [ida], [max], []).map(({ id }) => id)).toEqual(["1"])
})
