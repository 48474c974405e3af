import { expect, test } from "vitest"
import { modules } from "#modules-list"

const endpoints = modules.flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
const acts = endpoints.filter(({ method }) => method !== "GET")
const sorted = (topics: readonly string[]) => [...new Set(topics)].sort()

test("every act says what it changes, beside the ledger that they all write", () => {
  const silent = acts.filter(({ changes }) => changes.length < 2).map(({ method, path }) => `${method} ${path}`)
  // It is asked with a file, and changes nothing.
  expect(silent).toEqual(["POST /verify"])
})

test("what an act changes is read by somebody, and what is read is changed by somebody", () => {
  const changed = sorted(acts.flatMap(({ changes }) => changes))
  const read = sorted(endpoints.flatMap(({ reads }) => reads))
  expect(read).toEqual(changed)
})
