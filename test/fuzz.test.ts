import fc from "fast-check"
import { afterAll, describe, expect, test } from "vitest"
import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { hostileFor, validFor } from "#test/arbitrary"
import { harvestFrom, mutated, orMutated, pathIds } from "#test/harvest"
import { type CallOptions, startTestKeelson } from "#test/keelson"
import { openVault } from "#test/vault"
import { mayBeSent, openWorld, type Visitor } from "#test/visitors"

/*
 * Every endpoint driven from its own schema with valid and hostile values, by everybody from the owner to nobody, with rows, positions,
 * versions and keys that stood in answers, and with those mutated: never a 5xx, never a stack, never a word that is not theirs to read,
 * bad input always answered with a problem document, and nothing changed by what was refused. Seeded, so that a failure comes again.
 */
const keelson = await startTestKeelson({ clock: { now: () => "2026-12-01T09:00:00.000Z" } })
const world = await openWorld(keelson)
const harvest = await harvestFrom(world)
const vault = await openVault(keelson.ownerUrl)
afterAll(vault.close)
const untouched = await vault.fingerprint()
const restore = async () => {
  await vault.restore()
  world.main.keepFiles()
}

type Try = Readonly<{ visitor: Visitor; input: Record<string, unknown>; options: CallOptions }>

const keys = ["one-key-of-all", "k", "x".repeat(300), "\u00e9", "a b"]

const triesOf = (endpoint: Endpoint, make: typeof validFor): fc.Arbitrary<Try> =>
  fc
    .record({
      visitor: fc.constantFrom(...world.visitors),
      query: make(endpoint.query),
      body: make(endpoint.input),
      ids: pathIds(endpoint, world, harvest),
      after: fc.option(orMutated(harvest.positions), { nil: undefined }),
      ifMatch: fc.constantFrom(1, 1, 1, ...harvest.versions, 0, -1, 2 ** 31, 2 ** 53, Number.NaN),
      key: fc.option(fc.oneof(fc.constantFrom(...keys), mutated("one-key-of-all")), { nil: undefined }),
      name: orMutated(["x.csv", "../x.csv", 'a".pdf', "\u202Ex.txt"]),
    })
    .map(({ visitor, query, body, ids, after, ifMatch, key, name }) => ({
      visitor,
      input: {
        ...query,
        ...body,
        ...ids,
        ...("after" in endpoint.query.shape && after !== undefined ? { after } : {}),
      },
      options: {
        ...(endpoint.edits ? { ifMatch } : {}),
        ...(endpoint.makes && key !== undefined && /^[\x20-\x7e]*$/.test(key) ? { idempotencyKey: key } : {}),
        ...(endpoint.uploads ? { file: { name, content: JSON.stringify(body) } } : {}),
      },
    }))

const run = async (endpoint: Endpoint, { visitor, input, options }: Try): Promise<number> => {
  const { status, body, headers } = await visitor.caller.call(endpoint, input as never, options)
  const said = typeof body === "string" ? body : (JSON.stringify(body) ?? "")
  expect(status, JSON.stringify({ body, input }).slice(0, 2_000)).toBeLessThan(500)
  expect(status, "sent away unheard").not.toBe(429)
  if (status >= 400) {
    expect(headers.get("content-type")).toContain("problem+json")
    const text = expect.any(String)
    expect(body).toMatchObject({ status, code: text, title: text, requestId: text })
  }
  expect(said).not.toMatch(/\bat [\w.]+ \(|node_modules/)
  const heard = world.secrets.filter((secret) => said.includes(secret.text) && !mayBeSent(secret, visitor))
  expect(heard.map(({ of, readers }) => `${of} (${readers}) to ${visitor.name}`)).toEqual([])
  return status
}

describe.each(
  modules
    .flatMap(({ actions }) => actions)
    .map(({ endpoint }) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const),
)("%s", (_name, endpoint) => {
  test("survives valid and hostile input of everybody, and changes nothing by what it refuses", async () => {
    const refused: Try[] = []
    let done = 0
    const check = async (tried: Try) => {
      if ((await run(endpoint, tried)) >= 400) refused.push(tried)
      else done += 1
    }
    await fc.assert(fc.asyncProperty(triesOf(endpoint, validFor), check), { numRuns: 12, seed: 11, endOnFailure: true })
    await fc.assert(fc.asyncProperty(triesOf(endpoint, hostileFor), check), {
      numRuns: 20,
      seed: 12,
      endOnFailure: true,
    })
    if (endpoint.method === "GET") {
      // What hands out a file writes down that it did.
      if (endpoint.downloads !== undefined) await restore()
      return
    }
    if (done > 0) {
      await restore()
      for (const tried of refused) if ((await run(endpoint, tried)) < 400) await restore()
    }
    expect(await vault.fingerprint()).toEqual(untouched)
  })
})
