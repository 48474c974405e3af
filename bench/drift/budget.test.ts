import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { sectionOf } from "#bench/report"
import { thresholdFor } from "#rules/drift"

test("a budget of false alarms is kept by what the page measured: no level promises more than the harder worlds showed", async () => {
  const page = await readFile(new URL("../../docs/benchmarks-drift.md", import.meta.url), "utf8")
  const section = sectionOf(page, "## What certainty costs") ?? ""
  const rows = [...section.matchAll(/^\| (0\.\d+) \|.* to (0\.\d+)\) \|.* to (0\.\d+)\) \|/gm)]
  const measured = rows.map(([, level, own, heldOut]) => ({
    level: Number(level),
    costs: Math.max(Number(own), Number(heldOut)),
  }))
  expect(measured.length).toBeGreaterThan(5)
  for (const { level, costs } of measured) expect([level, thresholdFor(costs) >= level]).toEqual([level, true])
})
