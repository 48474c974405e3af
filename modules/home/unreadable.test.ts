import { expect, test } from "vitest"
import { z } from "zod"
import { promisesOurs } from "#contract/commitments"
import { search } from "#contract/portfolio"
import { attentionShape, counted, groupOf } from "#core/attention"
import { attentionList } from "#platform/attention"
import { sql } from "#platform/database"
import { defineModule } from "#platform/module"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob } from "#test/promises"
import { getHome } from "./contract.ts"

const item = z.object({ partnershipId: z.string(), title: z.string() })
const shapeOf = (key: string) =>
  attentionShape(key, item, ["all"], ({ partnershipId }) => ({ id: partnershipId, partnershipId, on: null }))
const one = {
  items: [{ partnershipId: "0199a1b2-0000-7000-8000-000000000001", title: "a certificate expires" }],
  counts: { all: counted(1) },
}
const certificates = shapeOf("certificates")
const failing = defineModule("failing", {
  search: [
    {
      kind: "certificate",
      find: async ({ db }) => (await sql<never>`select * from no_such_table`.execute(db)).rows,
    },
  ],
  attention: [
    attentionList(shapeOf("no-such-table"), async ({ db }) => {
      await sql`select * from no_such_table`.execute(db)
      return one
    }),
    attentionList(shapeOf("not-its-shape"), async () => ({ ...one, items: [{ ...one.items[0], title: 5 } as never] })),
    attentionList(certificates, async ({ db }) => {
      await sql`select 1`.execute(db)
      return one
    }),
  ],
})

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock, extraModules: [failing] })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

test("a list that cannot be read takes no other with it, and is not passed off as empty", async () => {
  const { id } = await memberWith(keelson, workspace, "partner_manager")
  const partnership = await recordPartnership(manager, "Contoso", id)
  await enter(manager, partnership.id, [monthly("host")])
  moveTo("2026-02-04T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  const { status, body } = await manager.call(getHome, {})
  expect(status).toBe(200)
  expect(body.unreadable).toEqual(["no-such-table", "not-its-shape"])
  expect(body.groups.map(({ key }) => key)).not.toContain("no-such-table")
  expect(body.partnerships.count).toBe(1)
  expect(
    groupOf(body.groups, promisesOurs).counts.overdue.count + groupOf(body.groups, promisesOurs).counts.due.count,
  ).toBe(1)
  expect(groupOf(body.groups, certificates)).toEqual(one)
})

test("a name is found among what can be looked through, and the answer says that it is not all", async () => {
  const { status, body } = await manager.call(search, { text: "Contoso" })
  expect(status).toBe(200)
  expect(body.isWhole).toBe(false)
  expect(body.items.map(({ kind }) => kind)).toContain("partnership")
})
