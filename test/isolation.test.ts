import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { leastFor } from "#test/arbitrary"
import type { Everything } from "#test/everything"
import { fingerprint, listed, recordEverything } from "#test/everything"
import type { Caller } from "#test/keelson"
import { startTestKeelson } from "#test/keelson"

/*
 * Every endpoint x {nobody, another workspace's owner, another partner of the same workspace, a viewer}: answers
 * 401, 403 or 404 and changes nothing. Generated from the list of actions: a new endpoint is covered by being there.
 */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Isolated")
let everything: Everything

const endpoints = modules.flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))
const inWorkspace = endpoints.filter(({ scope }) => scope === "workspace")
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const isAboutARow = ({ params }: Endpoint): boolean => Object.keys(params.shape).some((name) => !(name in listed))

/** Valid input, so that nothing but the caller is wrong; ids point at real rows of the workspace. */
const inputFor = (endpoint: Endpoint): Record<string, unknown> => {
  const seeded = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { seed: 7, numRuns: 1 })[0] as T
  const params = Object.fromEntries(
    Object.keys(endpoint.params.shape).map((name) => [name, everything[name] ?? newId()]),
  )
  return { ...seeded(leastFor(endpoint.query)), ...seeded(leastFor(endpoint.input)), ...params }
}

const callWith = (caller: Caller, endpoint: Endpoint) =>
  caller.call(endpoint, inputFor(endpoint) as never, {
    ...(endpoint.edits ? { ifMatch: 1 } : {}),
    ...(endpoint.uploads ? { file: { name: "partners.csv", content: "partner\nNew Ltd\n" } } : {}),
  })

beforeAll(async () => {
  everything = await recordEverything(keelson, workspace)
})

const refusedEverywhere = async (
  caller: Caller,
  listed: readonly Endpoint[],
  statuses: readonly number[],
): Promise<string[]> => {
  const before = await fingerprint(keelson.ownerUrl)
  const wrong: string[] = []
  for (const endpoint of listed) {
    const { status } = await callWith(caller, endpoint)
    if (!statuses.includes(status)) wrong.push(`${nameOf(endpoint)} answered ${status}`)
  }
  expect(await fingerprint(keelson.ownerUrl)).toEqual(before)
  return wrong
}

test("every path parameter has a row to point at", () => {
  const named = new Set(inWorkspace.flatMap((endpoint) => Object.keys(endpoint.params.shape)))
  expect([...named].filter((name) => everything[name] === undefined)).toEqual([])
})

test("nobody is asked to sign in by every endpoint that is not public", async () => {
  const listed = endpoints.filter(({ scope }) => scope !== "public")
  expect(await refusedEverywhere(keelson.anonymous(workspace.slug), listed, [401])).toEqual([])
})

test("another workspace's owner finds nothing here", async () => {
  const stranger = await (await keelson.workspace("Elsewhere")).as("owner")
  const here = { ...stranger, call: keelson.callerFor(workspace.slug, stranger.cookie).call }
  expect(await refusedEverywhere(here, inWorkspace, [404])).toEqual([])
})

describe("another workspace's owner, asking in their own workspace for our rows", () => {
  test("is told that there is no such thing", async () => {
    const stranger = await (await keelson.workspace("Next door")).as("owner")
    const aboutARow = inWorkspace.filter(isAboutARow)
    expect(await refusedEverywhere(stranger, aboutARow, [403, 404])).toEqual([])
  })
})

test("a partner user of another partnership sees and changes nothing of this one", async () => {
  const other = await keelson.platform.transact(workspace.system, (tx) =>
    tx.db
      .insertInto("organization")
      .values({ workspaceId: workspace.system.workspaceId, id: newId(), name: "Other partner" })
      .returning("id")
      .executeTakeFirstOrThrow(),
  )
  const outsider = await workspace.asPartner(other.id)
  const aboutARow = inWorkspace.filter(isAboutARow)
  expect(await refusedEverywhere(outsider, aboutARow, [403, 404])).toEqual([])
  for (const endpoint of inWorkspace.filter(
    (each) => each.method === "GET" && Object.keys(each.params.shape).length === 0,
  )) {
    const { status, body } = await callWith(outsider, endpoint)
    const leaks = Object.entries(everything).filter(
      ([name, id]) => !(name in listed) && JSON.stringify(body).includes(id),
    )
    expect([nameOf(endpoint), status < 500, leaks]).toEqual([nameOf(endpoint), true, []])
  }
})

test("a viewer changes nothing but what is their own", async () => {
  const viewer = await workspace.as("viewer")
  const own = /^\/(notifications|notification-preferences|saved-views|me)/
  const writes = inWorkspace.filter(({ method, path }) => method !== "GET" && !own.test(path))
  expect(await refusedEverywhere(viewer, writes, [403, 404])).toEqual([])
})

test("what the host keeps private stays away from the partner who may see the rest", async () => {
  const partner = await workspace.asPartner(everything.organization ?? "")
  for (const endpoint of inWorkspace.filter(({ method }) => method === "GET")) {
    const { status, body } = await callWith(partner, endpoint)
    expect([nameOf(endpoint), status < 500]).toEqual([nameOf(endpoint), true])
    for (const secret of ["note", "case", "import", "invitation", "scan", "member"]) {
      const asked = Object.keys(endpoint.params.shape).includes(secret)
      expect([nameOf(endpoint), secret, !asked && JSON.stringify(body).includes(everything[secret] ?? "none")]).toEqual(
        [nameOf(endpoint), secret, false],
      )
    }
  }
})
