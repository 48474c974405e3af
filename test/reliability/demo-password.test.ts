import { expect, test } from "vitest"
import { demoAccount, demoPassword, givePasswords, openDemoAccounts, replacePublished } from "#demo"
import { givePassword, makeAccount } from "#platform/accounts"
import { fromPagesOf, newBrowser } from "#test/browser"
import { startTestKeelson } from "#test/keelson"

const keelson = await startTestKeelson()
fromPagesOf(keelson)
const { platform } = keelson
const own = demoPassword(platform.config.secret)
const signingIn = async (password: string) => (await newBrowser(keelson).signIn(demoAccount.email, password)).status

test("each installation has another password, of a hundred bits nearly, and the same one whenever it is asked", () => {
  expect(own).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
  expect(demoPassword(platform.config.secret)).toBe(own)
  expect(demoPassword(`${platform.config.secret}x`)).not.toBe(own)
})

test("the password that was published is replaced at the next start, its sessions end, and the demo can be ended", async () => {
  const person = { email: demoAccount.email, name: "Jonas Weber", password: "keelson-demo-2026" }
  const { id } = await platform.transact({ kind: "anonymous" }, (tx) => makeAccount(tx, person))
  const stranger = newBrowser(keelson)
  expect((await stranger.signIn(demoAccount.email, "keelson-demo-2026")).status).toBe(200)
  expect(await openDemoAccounts(platform)).toEqual([])
  expect(await replacePublished(platform)).toBe(1)
  expect((await stranger.get("/api/auth/get-session")).body).toEqual({})
  expect(await signingIn("keelson-demo-2026")).toBe(401)
  expect(await signingIn(own)).toBe(200)
  expect(await openDemoAccounts(platform)).toEqual([demoAccount.email])
  expect(await replacePublished(platform)).toBe(0)

  // Somebody's own choice is left alone.
  await platform.transact({ kind: "anonymous" }, (tx) => givePassword(tx, id, "a password of their own"))
  expect(await replacePublished(platform)).toBe(0)
  expect(await signingIn("a password of their own")).toBe(200)

  expect(await givePasswords(platform, undefined)).toBe(1)
  expect(await signingIn(own)).toBe(401)
  expect(await openDemoAccounts(platform)).toEqual([])
  expect(await givePasswords(platform, own)).toBe(1)
  expect(await signingIn(own)).toBe(200)
})
