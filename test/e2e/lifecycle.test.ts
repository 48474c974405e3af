import { test } from "vitest"
import { signIn } from "#test/keelson"
import { approves, drafts, joins, negotiates } from "./lifecycle-agreeing.ts"
import { applies, asksTwo, assesses, decides } from "./lifecycle-recruiting.ts"
import { aya, lifecycleScene } from "./lifecycle-scene.ts"
import { isSealed, sendsToSign, signs } from "./lifecycle-sealing.ts"
import { begins, keeps, onboards, reachesTier } from "./lifecycle-working.ts"
import { phone } from "./looks.ts"

/*
 * From a stranger's application to the first kept promise, by the people of both sides, each in a browser of their own, on a clock that
 * is moved on: each step begins with what the one before left behind.
 */
const scene = await lifecycleScene()
let [candidate, partnership, text] = ["", "", ""]
/** The address of the same page in the other entrance. */
const inPortal = (path: string) => path.replace("/w/", "/portal/")

test("a company applies; two colleagues assess it, neither seeing the other; it is decided and becomes a partnership", async () => {
  await applies(scene)
  candidate = await asksTwo(scene)
  await assesses(scene, scene.ada, candidate, [75, 50], "62.5 of 100")
  await assesses(scene, scene.ben, candidate, [100, 75], "75 of 100")
  partnership = await decides(scene, candidate)
})

test("three rounds of proposals; what is more than usual is approved before it is signed", async () => {
  const guest = await joins(scene, partnership)
  const host = await drafts(scene, partnership)
  text = new URL(host.page.url()).pathname
  await negotiates(host, guest, inPortal(text))
  await approves(scene, host)
})

/** Aya again, on her phone; and whoever runs it for the host. */
const bothSides = async () => {
  const host = await scene.visit({ cookie: scene.manager.cookie })
  return { host, guest: await scene.visit({ cookie: await signIn(scene.keelson.address, aya.email), look: phone }) }
}

test("both hold the same version and sign it; the document is sealed once, and whoever has it can prove it", async () => {
  const { host, guest } = await bothSides()
  await host.go(text)
  await guest.go(inPortal(text))
  await sendsToSign(scene, host, guest)
  await signs(await scene.visit({ cookie: scene.ben.cookie, look: phone }), text, "Ben Host")
  await signs(guest, inPortal(text), aya.name)
  await isSealed(scene, [host, guest])
})

test("in force, both do their steps, a tier is reached, and a promise is kept by the word of a mail's link", async () => {
  const { host, guest } = await bothSides()
  const theirs = inPortal(partnership)
  await begins(scene, host, partnership)
  await onboards(scene, host, guest, partnership, theirs)
  await reachesTier(scene, host, guest, partnership, theirs)
  await keeps(scene, partnership)
})
