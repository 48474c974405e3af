import { expect, test } from "vitest"
import { listOverviewShares, revokeOverviewShare, shareOverview } from "#contract/portfolio"
import { recordConsortium } from "#test/consortium"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership } from "#test/promises"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const viewer = await workspace.as("viewer")
const { id: partnership } = await recordPartnership(manager, "Cascade")
await enter(manager, partnership, [monthly("partner", { title: "Sends the figures" })])
const sara = { partnership, name: "Sara", email: "sara@sponsor.example" }

test("an editor shares it with an address, which the newest link alone works for; one who looks may not", async () => {
  expect((await viewer.call(shareOverview, sara)).status).toBe(403)
  const first = await manager.call(shareOverview, sara)
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ state: "open", email: sara.email, abilities: { revoke: true } })
  await manager.call(shareOverview, { ...sara, email: "SARA@sponsor.example" })
  const { body } = await manager.call(listOverviewShares, { partnership })
  expect(body.items.map(({ state }) => state)).toEqual(["open", "replaced"])
  const share = body.items[0]?.id ?? ""
  expect((await viewer.call(revokeOverviewShare, { share })).status).toBe(403)
  expect((await manager.call(revokeOverviewShare, { share })).body.state).toBe("revoked")
  expect((await manager.call(revokeOverviewShare, { share })).status).toBe(409)
})

test("of a consortium it is shared with nobody, and with twenty people at most of any other", async () => {
  const { partnership: consortium, host } = await recordConsortium(workspace)
  expect((await host.call(shareOverview, { ...sara, partnership: consortium })).status).toBe(409)
  const { id: other } = await recordPartnership(manager, "Alder")
  for (let nr = 0; nr < 20; nr++) {
    const email = `reader${nr}@sponsor.example`
    expect((await manager.call(shareOverview, { ...sara, partnership: other, email })).status).toBe(201)
  }
  expect((await manager.call(shareOverview, { ...sara, partnership: other, email: "one@more.example" })).status).toBe(
    409,
  )
  const again = { ...sara, partnership: other, email: "reader3@sponsor.example" }
  expect((await manager.call(shareOverview, again)).status).toBe(201)
})
