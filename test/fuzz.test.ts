import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { hostileFor, validFor } from "#test/arbitrary"
import type { Everything } from "#test/everything"
import { recordEverything } from "#test/everything"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"

/*
 * Every endpoint driven from its own schema with valid and hostile values: never a 5xx, never a stack, and bad input is
 * always answered with a problem document. Seeded, so that a failure can be seen again.
 */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Fuzzed")
let owner: Caller
let everything: Everything
beforeAll(async () => {
  everything = await recordEverything(keelson, workspace)
  owner = await workspace.as("owner")
})

const idsOf = (endpoint: Endpoint) =>
  Object.fromEntries(Object.keys(endpoint.params.shape).map((name) => [name, everything[name] ?? newId()]))

const check = async (endpoint: Endpoint, input: Record<string, unknown>) => {
  const { status, body, headers } = await owner.call(endpoint, { ...input, ...idsOf(endpoint) } as never, {
    ...(endpoint.edits ? { ifMatch: 1 } : {}),
    ...(endpoint.uploads ? { file: { name: "x.csv", content: JSON.stringify(input) } } : {}),
  })
  expect(status, JSON.stringify({ body, input }).slice(0, 2_000)).toBeLessThan(500)
  expect(status, "sent away unheard").not.toBe(429)
  if (status >= 400) {
    expect(headers.get("content-type")).toContain("problem+json")
    expect(body).toMatchObject({
      status,
      code: expect.any(String),
      title: expect.any(String),
      requestId: expect.any(String),
    })
  }
  expect(JSON.stringify(body) ?? "").not.toMatch(/\bat [\w.]+ \(|node_modules/)
}

describe.each(
  modules
    .flatMap(({ actions }) => actions)
    .map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)("%s", (_name, endpoint) => {
  test("survives valid and hostile input", async () => {
    const inputs = (make: typeof validFor) =>
      fc.tuple(make(endpoint.query), make(endpoint.input)).map(([query, body]) => ({ ...query, ...body }))
    await fc.assert(
      fc.asyncProperty(inputs(validFor), (input) => check(endpoint, input)),
      { numRuns: 8, seed: 11, endOnFailure: true },
    )
    await fc.assert(
      fc.asyncProperty(inputs(hostileFor), (input) => check(endpoint, input)),
      { numRuns: 25, seed: 12, endOnFailure: true },
    )
  })
})
