import { expect, test } from "vitest"
import { decideTags, mostTags, tagChange } from "./tags.ts"

const none: readonly string[] = []

test("tags are added and removed once, whatever their case", () => {
  const asked = { add: ["key", "New", "NEW"], remove: ["old", "unknown"] }
  expect(decideTags(["Key", "Old"], asked)).toEqual({ tags: ["Key", "New"], added: ["New"], removed: ["Old"] })
})

test("what is added and removed at once is removed", () => {
  expect(decideTags(none, { add: ["a"], remove: ["A"] })).toEqual({ tags: [], added: [], removed: [] })
})

test("a tag that is written in another case is neither added nor lost", () => {
  const now = ["Launch", "Key"]
  expect(tagChange(now, ["launch", "New"])).toEqual({ add: ["New"], remove: ["Key"] })
  expect(decideTags(now, tagChange(now, ["launch"]))).toMatchObject({ tags: ["Launch"] })
})

test("there is a most of them, which nobody is held to who adds none", () => {
  const many = Array.from({ length: mostTags }, (_, at) => `tag ${at}`)
  expect(decideTags(many, { add: ["one more"], remove: none })).toEqual({ refusal: "too-many-tags" })
  expect(decideTags(many, { add: ["one more"], remove: ["tag 3"] })).toMatchObject({ added: ["one more"] })
  expect(decideTags([...many, "a", "b"], { add: none, remove: ["a"] })).toMatchObject({ removed: ["a"] })
})
