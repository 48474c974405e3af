import { extractText, getDocumentProxy } from "unpdf"
import { describe, expect, test } from "vitest"
import type { Id } from "#core/ids"
import { pdf } from "#test/bytes"
import { movableClock } from "#test/clock"
import { openUploads } from "#test/files"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import {
  agreeToVersion,
  amendAgreement,
  draftAgreement,
  getAgreementText,
  moveAgreementDraft,
  nameSignedFile,
  putInForce,
  writeAgreementText,
} from "../contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const stranger = await workspace.asPartner((await recordPartnership(manager, "Stranger")).organizationId)

const plain = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] })
const clause = (key: string, heading: string, words: string, level: 1 | 2 = 1) => ({
  ...{ key, heading, level },
  content: [plain(words)],
})
const names = ["佐藤 健太", "Łukasz Żółć", "محمد عبد الله", `Maximiliane ${"von Hohenlohe-".repeat(4)}Öz`]
const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2026-01-02" }
const promise = {
  ...{ owedBy: "partner" as const, title: "Report resale", measure: "amount_per_period" as const },
  ...{ cadence: "quarterly" as const, amount: 1250.75, unit: "EUR", clause: "2.1" },
  ...{ periods: "calendar" as const, partial: "first_full" as const },
}
const goal = {
  ...{ category: "revenue" as const, metric: "partner_revenue", title: "Revenue through the partner" },
  ...{ target: 1_200_000, unit: "EUR" },
}

const begun = async (name: string, text: readonly ReturnType<typeof clause>[], more: object = {}) => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const term = { title: `Frame of ${name}`, startsOn: "2026-01-01", endsOn: "2026-12-31", noticeDays: 90 }
  const lines = { objectives: [goal], commitments: [promise] }
  const { id } = (await manager.call(draftAgreement, { partnership, ...term, ...lines, ...more })).body
  const { version } = (await manager.call(getAgreementText, { agreementDraft: id })).body
  const terms = { margin: 22.5, payment_days: 30, governing_law: "German law" }
  await manager.call(writeAgreementText, { agreementDraft: id, clauses: [...text], terms }, { ifMatch: version })
  return { id, partnership, organizationId, partner: await workspace.asPartner(organizationId) }
}
const move = (agreementDraft: Id, to: "in_review" | "draft") => manager.call(moveAgreementDraft, { agreementDraft, to })
const versionOf = async (agreementDraft: Id, number = 1): Promise<Id> => {
  const { versions } = (await manager.call(getAgreementText, { agreementDraft })).body
  return versions.find((version) => version.number === number)?.id ?? ""
}

const get = async (who: Caller, path: string, locale = "en") => {
  const address = `${keelson.address}/api/w/${workspace.slug}${path}?locale=${locale}`
  const response = await fetch(address, { headers: { cookie: who.cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, bytes, type: response.headers.get("content-type"), headers: response.headers }
}
const arabic = /\p{Script=Arabic}+(?: \p{Script=Arabic}+)+/gu
/** What the pages say, as one line. Words that run from right to left are given one by one from the left by pdf.js, and turned back. */
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .normalize("NFC")
    .replaceAll(arabic, (run) => run.split(" ").reverse().join(" "))
}
const versionText = async (who: Caller, id: Id, locale?: string) => {
  const { status, bytes } = await get(who, `/agreement-versions/${id}/document.pdf`, locale)
  expect(status).toBe(200)
  return textOf(bytes)
}
const agreementAt = (id: Id) => `/agreements/${id}/document.pdf`

const words = names.map((name, at) => clause(`n${at}`, name, `${name} signs for its side.`, at === 0 ? 1 : 2))
const main = await begun("Contoso", words)
await move(main.id, "in_review")
const first = await versionOf(main.id)

describe("a version before both sides", () => {
  test("says its words, numbers, terms and data as they were entered, to both sides alike", async () => {
    const text = await versionText(manager, first)
    for (const name of names) expect(text).toContain(`${name} signs for its side.`.normalize("NFC"))
    for (const said of [
      "1.1 Łukasz Żółć",
      "1.2 محمد عبد الله",
      "Frame of Contoso",
      "between",
      "Nordwind",
      "Contoso",
      "22.5%",
      "30 days",
    ])
      expect(text).toContain(said)
    for (const said of ["German law", "1 Jan 2026", "31 Dec 2026", "90 days", "€1,200,000", "€1,250.75 every quarter"])
      expect(text).toContain(said)
    // Which quarters are meant is part of what is signed.
    expect(text).toContain("Calendar periods, from the first whole one")
    expect(text).toContain("Annex 1: Objectives")
    expect(text).toContain("Annex 2: Promises of Contoso")
    const ofHost = await get(manager, `/agreement-versions/${first}/document.pdf`)
    const ofPartner = await get(main.partner, `/agreement-versions/${first}/document.pdf`)
    expect(ofHost.type).toBe("application/pdf")
    expect(Buffer.from(ofPartner.bytes).equals(Buffer.from(ofHost.bytes))).toBe(true)
  })

  test("says on every page that it binds nobody, with its number and hash, in the reader's language", async () => {
    const { versions } = (await manager.call(getAgreementText, { agreementDraft: main.id })).body
    const text = await versionText(manager, first)
    const pages = Number(/Page 1 of (\d+)/.exec(text)?.[1])
    expect(pages).toBeGreaterThan(1)
    expect(text.split("Draft, version 1: binds nobody")).toHaveLength(pages + 1)
    expect(text.split(`SHA-256 ${versions[0]?.hash}`)).toHaveLength(pages + 1)
    expect(await versionText(main.partner, first, "de-AT")).toContain("Entwurf, Fassung 1: bindet niemanden")
    expect(await versionText(main.partner, first, "ja")).toContain("下書き・第1版：誰も拘束しません")
  })

  test("is read by nobody else, and not by the partner while it is taken back", async () => {
    const path = `/agreement-versions/${first}/document.pdf`
    expect((await get(stranger, path)).status).toBe(404)
    await move(main.id, "draft")
    expect((await get(main.partner, path)).status).toBe(404)
    expect((await get(manager, path)).status).toBe(200)
    await move(main.id, "in_review")
    expect((await get(main.partner, path)).status).toBe(200)
    expect((await get(main.partner, `/agreement-versions/${main.id}/document.pdf`)).status).toBe(404)
  })
})

test("what every party agreed to has places to sign, and binds once signed; the version before binds nobody", async () => {
  const { id, partner } = await begun("Ready", [clause("a", "Purpose", "Both sell together.")])
  await move(id, "in_review")
  expect(await versionText(manager, await versionOf(id))).not.toContain("Place and day")
  await manager.call(agreeToVersion, { agreementDraft: id, number: 1 })
  await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })
  const text = await versionText(partner, await versionOf(id))
  expect(text).toContain("Version 1, agreed by every party: binds once signed")
  expect(text.split("Place and day")).toHaveLength(3)
  await move(id, "draft")
  const { version } = (await manager.call(getAgreementText, { agreementDraft: id })).body
  const clauses = [clause("a", "Purpose", "Both sell together, always.")]
  await manager.call(writeAgreementText, { agreementDraft: id, clauses, terms: {} }, { ifMatch: version })
  await move(id, "in_review")
  expect(await versionText(partner, await versionOf(id))).toContain("Version 1, replaced: binds nobody")
  const second = await versionText(partner, await versionOf(id, 2))
  expect(second).toContain("always")
  expect(second).toContain("Draft, version 2: binds nobody")
})

test("an agreement in force is the signed file, byte for byte; without one its words, called a copy", async () => {
  const { id, partnership, partner } = await begun("Forced", [clause("a", "Purpose", "Both sell together.")])
  await move(id, "in_review")
  expect((await get(manager, agreementAt(id))).status).toBe(404)
  await manager.call(agreeToVersion, { agreementDraft: id, number: 1 })
  await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })
  await manager.call(putInForce, { agreementDraft: id, ...signed })
  const copy = await textOf((await get(partner, agreementAt(id))).bytes)
  expect(copy).toContain("In force, version 1: a copy")
  expect(copy).toContain("is no signed original")
  expect(copy).toContain("Ada Berg")
  expect(copy).not.toContain("Place and day")
  expect((await get(stranger, agreementAt(id))).status).toBe(404)

  const bytes = pdf("signed by hand")
  const { send } = openUploads(keelson, workspace, partnership, manager)
  const file = (await send(manager, "signed.pdf", bytes, { kind: "agreement", subject: id })).body.id
  await manager.call(nameSignedFile, { agreement: id, fileId: file })
  const kept = await get(partner, agreementAt(id))
  expect(kept.type).toBe("application/pdf")
  expect(Buffer.from(kept.bytes).equals(Buffer.from(bytes))).toBe(true)
  expect((await get(stranger, agreementAt(id))).status).toBe(404)
})

test("where an amendment put other words in their place, the old file is not handed out for them", async () => {
  const { id, partnership, partner } = await begun("Amended", [clause("a", "Purpose", "The first words.")])
  await move(id, "in_review")
  const { send } = openUploads(keelson, workspace, partnership, manager)
  const more = { kind: "agreement_draft", subject: id }
  const signedFileId = (await send(manager, "first.pdf", pdf("first"), more)).body.id
  await manager.call(putInForce, { agreementDraft: id, ...signed, signedFileId })
  const old = await versionOf(id)
  const change = { kind: "change" as const, validFrom: "2026-01-02", reason: "Other words" }
  const amendment = (await manager.call(amendAgreement, { agreement: id, ...change })).body.id
  const { version } = (await manager.call(getAgreementText, { agreementDraft: amendment })).body
  const clauses = [clause("a", "Purpose", "The second words.")]
  await manager.call(writeAgreementText, { agreementDraft: amendment, clauses, terms: {} }, { ifMatch: version })
  await move(amendment, "in_review")
  await manager.call(agreeToVersion, { agreementDraft: amendment, number: 1 })
  await partner.call(agreeToVersion, { agreementDraft: amendment, number: 1 })
  expect((await manager.call(putInForce, { agreementDraft: amendment, ...signed })).body.state).toBe("in_force")
  const now = await textOf((await get(partner, agreementAt(id))).bytes)
  expect(now).toContain("The second words.")
  expect(now).toContain("Change of “Frame of Amended”")
  expect(await versionText(partner, old)).toContain("Version 1, amended since: no longer in force")
})

test("an agreement with neither words nor a file says so", async () => {
  const { id: partnership } = await recordPartnership(manager, "Wordless")
  const term = { title: "Wordless", startsOn: "2026-01-01", endsOn: "2026-12-31" }
  const { id } = (await manager.call(draftAgreement, { partnership, ...term, objectives: [], commitments: [promise] }))
    .body
  await move(id, "in_review")
  await manager.call(putInForce, { agreementDraft: id, ...signed })
  const { status, bytes } = await get(manager, agreementAt(id))
  expect([status, JSON.parse(Buffer.from(bytes).toString()).code]).toEqual([409, "no-document"])
})

test("long and hostile words are words: nothing is run, and nothing runs off the page", async () => {
  const hostile = '#eval("1") $x^2$ \\ `code` *no* _no_ @ref <label> // /* = #image("/etc/passwd")'
  const many = Array.from({ length: 198 }, (_, at) =>
    clause(`k${at}`, `Clause ${at}`, `Words of ${at}.`, at % 3 ? 2 : 1),
  )
  const long = "word ".repeat(3_800).trim()
  const whole = "x".repeat(500)
  const { id } = await begun("Hostile", [
    clause("h", hostile, hostile),
    ...many,
    clause("l", whole.slice(0, 200), `${long} ${whole}`),
  ])
  await move(id, "in_review")
  const text = await versionText(manager, await versionOf(id))
  expect(text.split(hostile)).toHaveLength(3)
  expect(text.split("word ").length).toBeGreaterThanOrEqual(3_800)
  expect(text).toContain("67.1 Clause 196 Words of 196.")
  expect(text.replaceAll(/[ \u200b]/g, "")).toContain(whole)
}, 60_000)
