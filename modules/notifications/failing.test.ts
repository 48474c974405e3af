import { expect, test } from "vitest"
import { event } from "#platform/event"
import { newId } from "#platform/ids"
import { defineModule } from "#platform/module"
import type { News } from "#platform/news"
import { startTestKeelson } from "#test/keelson"
import { memberWith, recordPartnership } from "#test/promises"
import { listNotifications } from "./contract.ts"
import { jobsFor } from "./jobs.ts"

const happened = event("thing.happened", { subject: "thing", visibility: "host", payload: {} })
const newsOf = (kind: string, noticesOf: NonNullable<News["noticesOf"]>): News => ({
  kind,
  readers: ["host"],
  usual: { inApp: true, mail: "none" },
  on: happened,
  noticesOf,
})
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const me = await memberWith(keelson, workspace, "partner_manager")
const { id: partnershipId } = await recordPartnership(manager, "Contoso", me.id)

test("news that cannot be made keeps no other news of the same event from anybody, and is tried again", async () => {
  const broken = newsOf("thing_broken", async () => {
    throw new Error("no such thing")
  })
  const whole = newsOf("thing_whole", async () => [{ partnershipId, dedupeKey: "thing", payload: {} }])
  const things = defineModule("things", { news: [broken, whole] })
  const [tell] = jobsFor({ ...keelson.platform.contributed, news: things.news })
  const { platform } = keelson
  const heard = {
    workspaceId: workspace.system.workspaceId,
    eventId: newId(),
    kind: happened.kind,
    recordedAt: platform.clock.now(),
    subjectId: newId(),
    partnershipId,
  }
  const context = { platform, log: platform.log, signal: new AbortController().signal }
  await expect(tell?.run(heard as never, context)).rejects.toThrow("no such thing")
  expect((await manager.call(listNotifications, {})).body.items).toMatchObject([{ kind: "thing_whole" }])
})
