import { expect, test } from "vitest"
import { listOrganizations } from "#contract/organizations"
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
