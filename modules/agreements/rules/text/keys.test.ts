import { expect, test } from "vitest"
import type { Clause } from "./clause.ts"
import { decideKeys } from "./keys.ts"

const clause = (key: string, heading = ""): Clause => ({ key, heading, level: 1, content: [] })
const before = [clause("k5", "Something else"), clause("k6", "Answers")]

test("a key held twice, or none, is refused by name; each once is fine, in whatever order", () => {
  expect(decideKeys([...before].reverse())).toBe(true)
  const doubled = [...before, clause("k6", "x"), clause("k6", "y"), clause("")]
  expect(decideKeys(doubled)).toEqual({ refusal: "clause-key-doubled", detail: { clauses: ["k6", ""] } })
})
