import { expect, test } from "vitest"
import { event } from "#platform/event"
import { newId } from "#platform/ids"
import { defineModule } from "#platform/module"
import type { News } from "#platform/news"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { getNotificationPreferences, listNotifications, setNotificationPreference } from "./contract.ts"
import { jobsFor } from "./jobs.ts"

const happened = event("thing.happened", { subject: "thing", visibility: "host", payload: {} })
const newsOf = (kind: string, readers: News["readers"], userId: () => string): News => ({
  ...{ kind, readers, usual: { inApp: true, mail: "none" }, on: happened },
  noticesOf: async () => [{ userId: userId(), partnershipId, dedupeKey: kind, payload: {} }],
})
let reader = ""
const things = defineModule("things", {
  events: [happened],
  news: [
    newsOf("thing_for_hosts", ["host"], () => reader),
    newsOf("thing_for_partners", ["partner"], () => reader),
    newsOf("thing_for_all", ["host", "partner"], () => reader),
  ],
})
const keelson = await startTestKeelson({ extraModules: [things] })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnershipId, organizationId } = await recordPartnership(manager, "Contoso")
const seller = await workspace.asPartner(organizationId, "seller")

const offered = async (who: typeof manager) =>
  (await who.call(getNotificationPreferences, {})).body.items.map(({ kind }) => kind)

test("everybody chooses among what can reach them, and nobody among what never does", async () => {
  const { news } = keelson.platform.contributed
  const forSide = (side: "host" | "partner") =>
    news.filter(({ readers }) => readers.includes(side)).map(({ kind }) => kind)
  expect(await offered(manager)).toEqual(forSide("host"))
  expect(await offered(seller)).toEqual(forSide("partner"))
  expect(await offered(seller)).toEqual(expect.arrayContaining(["thing_for_partners", "thing_for_all", "task_given"]))
  expect(await offered(seller)).not.toContain("drift_case_opened")
  expect(await offered(manager)).not.toContain("thing_for_partners")
})

test("a kind that is never theirs cannot be chosen either", async () => {
  const choose = (who: typeof manager, kind: string) =>
    who.call(setNotificationPreference, { kind, inApp: true, mail: "daily" })
  expect(await choose(seller, "drift_case_opened")).toMatchObject({ status: 422, body: { code: "no-such-news" } })
  expect(await choose(manager, "thing_for_partners")).toMatchObject({ status: 422 })
  expect((await choose(seller, "thing_for_partners")).status).toBe(200)
  expect((await choose(manager, "drift_case_opened")).status).toBe(200)
})

const tell = async (userId: string) => {
  reader = userId
  const { platform } = keelson
  const job = jobsFor({ ...platform.contributed, news: things.news })[0]
  const { workspaceId } = workspace.system
  const heard = { workspaceId, eventId: newId(), kind: happened.kind, recordedAt: platform.clock.now() }
  const context = { platform, log: platform.log, signal: new AbortController().signal }
  return job?.run({ ...heard, subjectId: newId(), partnershipId } as never, context)
}
const usersOf = (table: "member" | "partnerUser") =>
  keelson.platform.transact(workspace.system, ({ db }) =>
    db.selectFrom(table).select(["userId", "role"]).where("workspaceId", "=", workspace.system.workspaceId).execute(),
  )

test("a kind that reaches the other side than it says is a fault, and tells that person nothing", async () => {
  const [partner] = await usersOf("partnerUser")
  const host = (await usersOf("member")).find(({ role }) => role === "partner_manager")
  await expect(tell(partner?.userId ?? "")).rejects.toThrow("thing_for_hosts is for host")
  await expect(tell(host?.userId ?? "")).rejects.toThrow("thing_for_partners is for partner")
  const told = async (who: typeof manager) =>
    (await who.call(listNotifications, {})).body.items.map(({ kind }) => kind).sort()
  expect(await told(seller)).toEqual(["thing_for_all", "thing_for_partners"])
  expect(await told(manager)).toEqual(["thing_for_all", "thing_for_hosts"])
})
