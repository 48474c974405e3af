import { expect, test } from "vitest"
import { draftAgreement, getAgreementText, moveAgreementDraft, writeAgreementText } from "#contract/agreements"
import { unzip } from "#platform/archives/zip"
import { readWord } from "#platform/documents/word/readWord"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade & Söhne")
const partner = await workspace.asPartner(organizationId)

const hours = { type: "term", attrs: { kind: "answer_hours" } } as const
const clause = (key: string, ...words: (string | typeof hours)[]) => ({
  ...{ key, heading: `About ${key}`, level: 1 as const },
  content: [
    {
      type: "paragraph" as const,
      content: words.map((each) => (typeof each === "string" ? { type: "text" as const, text: each } : each)),
    },
  ],
})
const body = { title: "Frame <agreement>", startsOn: "2026-01-01", objectives: [], commitments: [] }
const draft = (await manager.call(draftAgreement, { partnership, ...body })).body
const write = async (clauses: ReturnType<typeof clause>[], terms: object) => {
  const { version } = (await manager.call(getAgreementText, { agreementDraft: draft.id })).body
  await manager.call(writeAgreementText, { agreementDraft: draft.id, clauses, terms }, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })
}
const [purpose, answers] = [clause("purpose", "Sell together."), clause("answers", "Within ", hours, " hours.")]
await write([purpose, answers], { answer_hours: 48 })
await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "draft" })
await write([answers, clause("purpose", "Sell apart.")], { answer_hours: 48 })
const { versions } = (await manager.call(getAgreementText, { agreementDraft: draft.id })).body

const wordOf = async (who: Caller, number: number, query = "") => {
  const id = versions.find((version) => version.number === number)?.id
  const answer = await fetch(
    `${keelson.address}/api/w/${workspace.slug}/agreement-versions/${id}/document.docx${query}`,
    { headers: { cookie: who.cookie } },
  )
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const read = async (bytes: Buffer) => {
  const file = await readWord(bytes)
  if (typeof file === "string") throw new Error(file)
  return file
}

test("both sides take a version away for Word: clauses with their keys, terms as values, and what it was made of", async () => {
  const made = await wordOf(manager, 1, "?locale=de-DE")
  expect(made.headers.get("content-type")).toMatch(/wordprocessingml\.document/)
  expect(made.headers.get("content-disposition")).toMatch(/v1\.docx/)
  const { paragraphs, properties, left } = await read(made.bytes)
  expect(paragraphs.map(({ heading, runs }) => [heading, runs.map(({ text }) => text).join("")])).toEqual([
    [0, "Frame <agreement>"],
    ...paragraphs.slice(1, 5).map(({ runs }) => [0, runs[0]?.text]),
    [1, "About purpose"],
    [0, "Sell together."],
    [1, "About answers"],
    [0, "Within 48 hours."],
  ])
  const heads = paragraphs.slice(1, 5).map(({ runs }) => runs[0]?.text ?? "")
  expect(heads[1]).toBe("Nordwind · Cascade & Söhne")
  expect(heads[3]).toMatch(/^Fassung 1 · SHA-256 [0-9a-f]{64}$/)
  expect(paragraphs.flatMap(({ bookmarks }) => bookmarks)).toContain("kc_purpose")
  expect(Object.fromEntries(properties)).toMatchObject({
    ...{ KeelsonDraft: draft.id, KeelsonVersion: "1", KeelsonLocale: "de-DE" },
    KeelsonHash: versions.find(({ number }) => number === 1)?.hash,
  })
  expect(new Set(Object.values(left))).toEqual(new Set([0]))
  expect((await wordOf(partner, 1, "?locale=de-DE")).bytes.equals(made.bytes)).toBe(true)
  const settings = unzip(made.bytes).get("word/settings.xml")?.toString()
  expect(settings).toContain("<w:trackRevisions/>")
})

test("what became of an earlier version is marked as Word marks it: words, and a clause that moved", async () => {
  const { bytes, headers } = await wordOf(partner, 2, "?since=1")
  expect(headers.get("content-disposition")).toMatch(/v1-v2\.docx/)
  const xml = unzip(bytes).get("word/document.xml")?.toString() ?? ""
  // A move hides no change: what was changed besides is marked within it.
  expect(xml).toMatch(
    /<w:moveTo [^>]*><w:del [^>]*w:author="Nordwind"[^>]*><w:r><w:delText [^>]*>together<\/w:delText>/,
  )
  expect(xml).toMatch(/<w:ins [^>]*w:author="Nordwind"[^>]*><w:r><w:t [^>]*>apart<\/w:t>/)
  expect(
    [xml.match(/<w:moveFrom /g)?.length, xml.match(/<w:moveTo /g)?.length].every((count) => (count ?? 0) > 0),
  ).toBe(true)
  const names = [...xml.matchAll(/w:bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map(([, name]) => name)
  expect(new Set(names).size).toBe(names.length)
  const numbers = [...xml.matchAll(/<w:(?:ins|del|moveFrom|moveTo|bookmarkStart) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test("a version that is not there, or not earlier, has no changes; who does not see the draft has no file", async () => {
  expect((await wordOf(manager, 2, "?since=9")).status).toBe(422)
  expect((await wordOf(manager, 2, "?since=2")).status).toBe(422)
  expect((await wordOf(manager, 1, "?since=2")).status).toBe(422)
  const stranger = await workspace.asPartner((await recordPartnership(manager, "Other")).organizationId)
  expect((await wordOf(stranger, 1)).status).toBe(404)
})
