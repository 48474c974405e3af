import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { downloadPartnership, listOwnPartnerships } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const { workspaceId } = workspace.system

test("a company with more partnerships than its list holds is told how many, and reads and takes each", async () => {
  const { id: partnership, organizationId } = await recordPartnership(await workspace.as("partner_manager"), "Zuletzt")
  const at = "2026-11-23T09:00:00.000Z"
  const rows = Array.from({ length: 501 }, (_, row) => ({ name: `A many ${row}`, id: newId() }))
  await keelson.platform.transact(workspace.system, ({ db }) =>
    db
      .insertInto("partnership")
      .values(
        rows.map((row) => ({
          ...{ workspaceId, organizationId, type: "referral", currency: "EUR", createdAt: at, updatedAt: at },
          ...row,
        })),
      )
      .execute(),
  )
  const many = await workspace.asPartner(organizationId)
  const { items, total, next } = (await many.call(listOwnPartnerships)).body
  expect([items.length, total, items.some(({ id }) => id === partnership)]).toEqual([500, 502, false])
  const { body: rest } = await many.call(listOwnPartnerships, { after: next ?? "" })
  expect([rest.items.length, rest.total, rest.next]).toEqual([2, 502, null])
  expect(rest.items.at(-1)?.id).toBe(partnership)
  expect(new Set([...items, ...rest.items].map(({ id }) => id)).size).toBe(502)
  const { body: one } = await many.call(listOwnPartnerships, { partnership })
  expect(one).toMatchObject({ items: [{ name: "Zuletzt" }], total: 502, next: null })
  for (const form of ["pdf", "pptx", "xlsx", "csv", "ics"]) {
    const path = downloadPartnership.path.replace(":partnership", partnership)
    const response = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}?form=${form}`, {
      headers: { cookie: many.cookie },
    })
    expect([form, response.status]).toEqual([form, 200])
    await response.arrayBuffer()
  }
  const stranger = await workspace.asPartner(
    (await recordPartnership(await workspace.as("owner"), "Other")).organizationId,
  )
  expect((await stranger.call(listOwnPartnerships, { partnership })).body).toMatchObject({ items: [], total: 1 })
})
