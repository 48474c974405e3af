import { expect, test } from "vitest"
import { decidePlan } from "./rules.ts"

test("a visit is planned for today or later", () => {
  expect(decidePlan("2026-03-02", "2026-03-02")).toBe(true)
  expect(decidePlan("2026-03-01", "2026-03-02")).toMatchObject({ refusal: "date-passed" })
})
