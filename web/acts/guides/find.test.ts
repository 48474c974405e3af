import { expect, test } from "vitest"
import { findInGuides } from "./find.ts"

const long = `${"First come other words, and more of them. ".repeat(5)}The notice day is in March. ${"Then others. ".repeat(30)}`
const guides = [
  {
    slug: "agreements",
    language: "en",
    title: "Agreements",
    sections: [
      { id: "", title: "Agreements", text: "An agreement is written." },
      { id: "term", title: "Term", text: long },
      { id: "notice", title: "Notice", text: "When it ends." },
    ],
  },
]

test("every word must be there, in any order and case; a heading that says one comes first", () => {
  expect(findInGuides(guides, "NOTICE").map(({ id }) => id)).toEqual(["notice", "term"])
  expect(findInGuides(guides, "march notice").map(({ id }) => id)).toEqual(["term"])
  expect(findInGuides(guides, "notice nowhere")).toEqual([])
  expect(findInGuides(guides, " ")).toEqual([])
})

test("the excerpt holds the word, and says where it was cut", () => {
  const [{ excerpt } = { excerpt: "" }] = findInGuides(guides, "march")
  expect(excerpt).toContain("The notice day is in March.")
  expect(excerpt).toMatch(/^… .* …$/)
  expect(findInGuides(guides, "written")[0]?.excerpt).toBe("An agreement is written.")
})
