import { expect, test } from "vitest"
import { createOrganization } from "#contract/organizations"
import { createPartnership } from "#contract/partnerships"
import { startTestKeelson } from "#test/keelson"
import * as contract from "./contract.ts"

const keelson = await startTestKeelson({ environment: { LOG_LEVEL: "error" } })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const company = async (name: string, type: "isv" | "msp" | "reseller") => {
  const { body, status } = await manager.call(createOrganization, { name })
  expect(status).toBe(201)
  expect((await manager.call(createPartnership, { type, organizationId: body.id })).status).toBe(201)
  return body.id
}
const merged = async (organization: string, goes: string) => {
  const { body, status } = await manager.call(contract.mergeOrganizations, { organization, goes })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

test("the address of a company that is no more leads to the one that is left, over several mergers, for the host's people only", async () => {
  const [first, second, third] = [
    await company("Cedar One", "isv"),
    await company("Cedar Two", "msp"),
    await company("Cedar Three", "reseller"),
  ]
  const goesTo = async (organization: string) =>
    (await manager.call(contract.getMergedInto, { organization })).body.went?.next.name
  expect(await goesTo(first)).toBeUndefined()
  await merged(second, first)
  const last = await merged(third, second)
  expect((await manager.call(contract.getMergedInto, { organization: first })).body.went).toEqual({
    ...{ former: { id: first, name: "Cedar One" }, next: { id: third, name: "Cedar Three" } },
  })
  const partner = await workspace.asPartner(third)
  expect((await partner.call(contract.getMergedInto, { organization: first })).status).toBe(404)
  expect((await partner.call(contract.getMergedInto, { organization: third })).status).toBe(403)
  expect((await manager.call(contract.undoMerger, { merger: last.id })).status).toBe(200)
  expect(await goesTo(first)).toBe("Cedar Two")
  expect(await goesTo(second)).toBeUndefined()
})
