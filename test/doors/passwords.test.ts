import { expect, test } from "vitest"
import { acceptInvitation, invite } from "#contract/people"
import { setUpFirstOwner } from "#contract/workspaces"
import { setUpToken } from "#modules/workspaces"
import { startDoors } from "#test/doors"
import { signIn, testPassword } from "#test/keelson"

/* Wherever somebody chooses a password, what everybody tries first and their own names are refused, and nothing is changed by it. */
const { keelson, open, signedIn, mailsTo, linkTo } = await startDoors()
const place = { timeZone: "Europe/Vienna", country: "AT", currency: "EUR" }
const ada = { name: "Ada Lovelace", email: "ada@nordwind.example", workspaceName: "Nordwind Logistik" }
const refusals = [
  ["Password2026!", "password-common"],
  ["Lovelace1815", "password-own-words"],
  ["Nordwind-2026", "password-own-words"],
] as const
const opens = async (email: string, password: string): Promise<boolean> =>
  (await open().signIn(email, password)).status === 200

test("setting up", async () => {
  const token = setUpToken(keelson.platform.config.secret)
  const setUp = (password: string) => keelson.anonymous("").call(setUpFirstOwner, { ...ada, ...place, token, password })
  for (const [password, code] of refusals) expect(await setUp(password)).toMatchObject({ status: 422, body: { code } })
  expect((await setUp(testPassword)).status).toBe(201)
})

test("accepting an invitation", async () => {
  const owner = keelson.callerFor("nordwind-logistik", await signIn(keelson.address, ada.email))
  const email = "kim@host.example"
  await owner.call(invite, { email, side: "host", role: "viewer" })
  const token = new URL(`http://x${await linkTo(email)}`).searchParams.get("token") ?? ""
  const accept = (password: string) =>
    keelson.anonymous("nordwind-logistik").call(acceptInvitation, { token, name: "Kim Lovelace", password })
  for (const [password, code] of refusals) expect(await accept(password)).toMatchObject({ status: 422, body: { code } })
  expect((await accept("a lamp beside the river")).status).toBe(200)
})

test("changing it", async () => {
  const browser = await signedIn(ada.email)
  const change = (newPassword: string) =>
    browser.post("/api/auth/change-password", { currentPassword: testPassword, newPassword })
  for (const [password, code] of refusals) {
    expect(await change(password)).toMatchObject({
      status: 400,
      body: { code: code.toUpperCase().replaceAll("-", "_") },
    })
    expect(await opens(ada.email, password)).toBe(false)
  }
  expect((await change("seven boats at noon")).status).toBe(200)
})

test("choosing another after a reset: the link still works when one was refused", async () => {
  await open().post("/api/auth/request-password-reset", { email: ada.email, redirectTo: "/reset-password" })
  const [, link = ""] = /(https?:\/\/\S*reset-password\S*)/.exec((await mailsTo(ada.email)).at(-1) ?? "") ?? []
  const token = /reset-password\/([\w-]+)/.exec(link)?.[1]
  const choose = (newPassword: string) => open().post("/api/auth/reset-password", { newPassword, token })
  for (const [password, code] of refusals)
    expect(await choose(password)).toMatchObject({
      status: 400,
      body: { code: code.toUpperCase().replaceAll("-", "_") },
    })
  expect((await choose("eight boats at dawn")).status).toBe(200)
  expect(await opens(ada.email, "eight boats at dawn")).toBe(true)
})
