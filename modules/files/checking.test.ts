import { describe, expect, test } from "vitest"
import { listNotifications } from "#contract/notifications"
import { eicar, startClamd } from "#test/clamd"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { memberWith, recordPartnership, runJob, runQueued } from "#test/promises"
import { getFile } from "./contract.ts"

const clamd = await startClamd()
const clock = movableClock("2026-03-01T09:00:00.000Z")
const { moveTo } = clock
const keelson = await startTestKeelson({ clock, environment: { CLAMD: clamd.url } })
const workspace = await keelson.workspace("Checked")
const manager = await workspace.as("partner_manager")
const owner = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso", owner.id)
const partner = await workspace.asPartner(organizationId)
const contributor = await workspace.as("contributor")
const { send, bytesOf, another, objects, namesFor } = openUploads(keelson, workspace, partnership, manager)
const checkOf = async (file: string) => (await manager.call(getFile, { file })).body.check
const runChecks = () => runQueued("files.check", keelson)

test("a file is handed out when it was looked through, and not before", async () => {
  const { body } = await send(manager, "clean.txt", "nothing bad")
  expect([body.check, body.abilities.download]).toEqual(["checking", "still-being-checked"])
  expect((await bytesOf(partner, body.id)).status).toBe(409)
  expect(await runChecks()).toBe(1)
  expect(await checkOf(body.id)).toBe("clean")
  expect((await bytesOf(partner, body.id)).bytes.toString()).toBe("nothing bad")
})

test("a file of many pieces reaches the scanner whole", async () => {
  const hidden = Buffer.concat([Buffer.alloc(3 * 1024 * 1024, "x"), Buffer.from(eicar)])
  const { body } = await send(manager, "hidden.txt", hidden)
  await runChecks()
  expect(await checkOf(body.id)).toBe("infected")
})

describe("a virus", () => {
  test("is quarantined: nobody gets it, whoever brings the same bytes again is refused, who uploaded it and the owner are told", async () => {
    const { body } = await send(contributor, "bill.txt", eicar)
    await runChecks()
    const { body: file } = await partner.call(getFile, { file: body.id })
    expect(file).toMatchObject({ check: "infected", found: "Eicar-Test-Signature" })
    for (const who of [manager, partner, contributor]) expect((await bytesOf(who, body.id)).status).toBe(423)
    expect(await send(partner, "other name.txt", eicar)).toMatchObject({
      status: 423,
      body: { code: "file-quarantined" },
    })
    expect(await runQueued("notifications.tell", keelson)).toBeGreaterThan(0)
    for (const who of [manager, contributor]) {
      const told = (await who.call(listNotifications)).body.items.filter(({ kind }) => kind === "file_quarantined")
      expect(told.map(({ payload }) => (payload as { fileName: string }).fileName)).toContain("bill.txt")
    }
    expect((await (await workspace.as("admin")).call(listNotifications)).body.items).toEqual([])
  })

  test("in a file that a company keeps to itself is told to who uploaded it, and to nobody of the host", async () => {
    const { partnership: subject, first, host } = await recordConsortium(workspace)
    const { body } = await send(first, "theirs.txt", `theirs ${eicar}`, { private: true, subject })
    await runChecks()
    expect((await first.call(getFile, { file: body.id })).body.check).toBe("infected")
    expect((await bytesOf(first, body.id)).status).toBe(423)
    await runQueued("notifications.tell", keelson)
    expect((await first.call(listNotifications)).body.items.map(({ kind }) => kind)).toEqual(["file_quarantined"])
    expect((await host.call(listNotifications)).body.items).toEqual([])
  })

  test("is deleted when its time is over, and the file's row stays as the record of it", async () => {
    const { body } = await send(manager, "late.txt", `late ${eicar}`)
    await runChecks()
    moveTo("2026-03-31T08:59:00.000Z")
    await runJob("files.sweep", keelson)
    expect(objects()).toContain(body.hash)
    moveTo("2026-03-31T09:01:00.000Z")
    await runJob("files.sweep", keelson)
    expect(objects()).not.toContain(body.hash)
    expect(await checkOf(body.id)).toBe("infected")
  })
})

describe("a scanner that is not well", () => {
  test("hangs up: the file stays as it is, is not handed out, and is tried again", async () => {
    clamd.behave("hang up")
    const { body } = await send(manager, "later.txt", "for later", { subject: await another() })
    await runChecks()
    expect(await checkOf(body.id)).toBe("checking")
    expect((await bytesOf(manager, body.id)).status).toBe(409)
    await runJob("files.check-waiting", keelson)
    expect(await checkOf(body.id)).toBe("checking")
    clamd.behave("well")
    await runJob("files.check-waiting", keelson)
    expect(await checkOf(body.id)).toBe("clean")
    expect((await bytesOf(manager, body.id)).status).toBe(200)
  })

  test("is gone: the same", async () => {
    const subject = await another()
    const { body } = await send(manager, "down.txt", "while it is down", { subject })
    await clamd.close()
    await runChecks()
    await runJob("files.check-waiting", keelson)
    expect(await checkOf(body.id)).toBe("checking")
    expect(await namesFor(manager, subject)).toEqual(["down.txt"])
  })
})
