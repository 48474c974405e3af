import { afterAll, expect, test } from "vitest"
import { openKeelson } from "#composition"
import { listOccurrences } from "#contract/commitments"
import { createOrganization, listOrganizations } from "#contract/organizations"
import { fromPagesOf, newBrowser, turnOnFactor } from "#test/browser"
import { callerWith, startTestKeelson, testPassword } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { demandFactor, getMe, getWorkspace } from "./contract.ts"

const keelson = await startTestKeelson()
fromPagesOf(keelson)

const emailOf = async (cookie: string): Promise<string> => {
  const { body } = await callerWith(keelson.address, "", cookie).call(getMe)
  return body.user.email
}

/** Somebody of the workspace in a browser of their own, with a second factor from now on. */
const withFactor = async (slug: string, cookie: string) => {
  const browser = newBrowser(keelson)
  await browser.signIn(await emailOf(cookie), testPassword)
  await turnOnFactor(browser, testPassword)
  return { browser, caller: callerWith(keelson.address, slug, browser.cookie()) }
}

test("a workspace that asks for a second factor shows nothing to who has none, on the side that it asks, until they have it", async () => {
  const workspace = await keelson.workspace("Guarded")
  const owner = await withFactor(workspace.slug, (await workspace.as("owner")).cookie)
  const viewer = await workspace.as("viewer")
  const { organizationId } = await recordPartnership(owner.caller, "Partner")
  const partner = await workspace.asPartner(organizationId)
  const statusOf = async (caller: typeof viewer) => (await caller.call(listOrganizations)).status
  const meOf = async (caller: typeof viewer) => (await caller.call(getMe)).body.workspaces[0]?.needsFactor

  const { body: before } = await owner.caller.call(getWorkspace)
  expect([before.membersNeedFactor, before.partnersNeedFactor]).toEqual([false, false])
  expect([await meOf(viewer), await meOf(partner)]).toEqual([false, false])
  const asked = { membersNeedFactor: true, partnersNeedFactor: false }
  expect((await owner.caller.call(demandFactor, asked, { ifMatch: before.version })).status).toBe(200)

  // Each with a session of its own, so that nobody is remembered from before.
  const [freshViewer, freshPartner] = await Promise.all(
    [viewer, partner].map(async ({ cookie }) => {
      const browser = newBrowser(keelson)
      await browser.signIn(await emailOf(cookie), testPassword)
      return { browser, caller: callerWith(keelson.address, workspace.slug, browser.cookie()) }
    }),
  )
  if (!freshViewer || !freshPartner) throw new Error("nobody")
  await expect.poll(() => statusOf(freshViewer.caller), { timeout: 20_000 }).toBe(403)
  expect((await freshViewer.caller.call(listOrganizations)).body).toMatchObject({ code: "second-factor-needed" })
  expect((await freshViewer.caller.call(getWorkspace)).body).toMatchObject({ code: "second-factor-needed" })
  expect([await meOf(freshViewer.caller), await meOf(freshPartner.caller)]).toEqual([true, false])
  expect(await statusOf(owner.caller)).toBe(200)
  // Partners are asked by a setting of their own.
  expect((await freshPartner.caller.call(listOrganizations)).body).not.toMatchObject({ code: "second-factor-needed" })

  await turnOnFactor(freshViewer.browser, testPassword)
  const inside = callerWith(keelson.address, workspace.slug, freshViewer.browser.cookie())
  expect([await statusOf(inside), await meOf(inside)]).toEqual([200, false])

  const { body: now } = await owner.caller.call(getWorkspace)
  const both = { membersNeedFactor: true, partnersNeedFactor: true }
  expect((await owner.caller.call(demandFactor, both, { ifMatch: now.version })).body).toMatchObject(both)
  expect(await meOf(freshPartner.caller)).toBe(true)
  await expect
    .poll(async () => (await freshPartner.caller.call(listOrganizations)).body, { timeout: 20_000 })
    .toMatchObject({ code: "second-factor-needed" })
})

test("who has no second factor cannot ask it of colleagues, of partners they can; only administrators ask at all", async () => {
  const workspace = await keelson.workspace("Open")
  const admin = await workspace.as("admin")
  const { version } = (await admin.call(getWorkspace)).body
  const refused = await admin.call(
    demandFactor,
    { membersNeedFactor: true, partnersNeedFactor: false },
    { ifMatch: version },
  )
  expect(refused).toMatchObject({ status: 409, body: { code: "own-factor-first" } })
  const viewer = await workspace.as("viewer")
  const demand = { membersNeedFactor: false, partnersNeedFactor: true }
  expect((await viewer.call(demandFactor, demand, { ifMatch: version })).status).toBe(403)
  expect((await admin.call(demandFactor, demand, { ifMatch: version })).status).toBe(200)
})

test("what is asked from now on is asked at once, by a server that was not asked and remembers everybody", async () => {
  const other = openKeelson({ config: keelson.platform.config, ownerUrl: keelson.ownerUrl })
  const { address, close } = await other.serve()
  afterAll(async () => {
    await close()
    await other.close()
  })
  const workspace = await keelson.workspace("Two servers")
  const owner = await withFactor(workspace.slug, (await workspace.as("owner")).cookie)
  const { organizationId } = await recordPartnership(owner.caller, "Partner")
  const people = [await workspace.as("admin"), await workspace.asPartner(organizationId)]
  const there = people.map(({ cookie }) => callerWith(address, workspace.slug, cookie))
  const statuses = () => Promise.all(there.map(async (caller) => (await caller.call(listOccurrences)).status))
  const codes = () => Promise.all(there.map(async (caller) => (await caller.call(listOccurrences)).body))
  const [admin] = there
  expect(await statuses()).toEqual([200, 200])
  expect((await admin?.call(createOrganization, { name: "Before" }))?.status).toBe(201)
  const { version } = (await owner.caller.call(getWorkspace)).body
  const both = { membersNeedFactor: true, partnersNeedFactor: true }
  expect((await owner.caller.call(demandFactor, both, { ifMatch: version })).status).toBe(200)
  // The write asks in its own transaction; the reads when the word has come.
  expect((await admin?.call(createOrganization, { name: "After" }))?.body).toMatchObject({
    code: "second-factor-needed",
  })
  await expect
    .poll(codes, { timeout: 4_000 })
    .toMatchObject([{ code: "second-factor-needed" }, { code: "second-factor-needed" }])
})
