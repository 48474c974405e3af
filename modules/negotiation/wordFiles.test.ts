import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { draftAgreement, getAgreementText, moveAgreementDraft, writeAgreementText } from "#contract/agreements"
import { listComments } from "#contract/discussions"
import { addFile, listFiles, removeFile } from "#contract/files"
import type { Id } from "#core/ids"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { codeOf } from "#test/tasks"
import { clauseIn, edited, inBody, moved, shown, tracked, withComment, withHeader } from "#test/wordFiles"
import { answerClauseProposal, listProposals, previewWordFile, takeInWordFile } from "./contract.ts"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

type Inline = string | Readonly<{ type: "term"; attrs: Readonly<{ kind: "answer_hours" | "payment_days" | "margin" }> }>
const term = (kind: "answer_hours" | "payment_days" | "margin") => ({ type: "term", attrs: { kind } }) as const
const clause = (key: string, heading: string, ...inline: Inline[]) => ({
  ...{ key, heading, level: 1 as const },
  content: [
    {
      type: "paragraph" as const,
      content: inline.map((each) => (typeof each === "string" ? { type: "text" as const, text: each } : each)),
    },
  ],
})
const clauses = [
  clause("purpose", "Purpose", "Both sides sell together."),
  clause("answers", "Answers", "An answer is given within ", term("answer_hours"), " hours."),
  clause("payment", "Payment", "Invoices are paid within ", term("payment_days"), " days."),
  clause("liability", "Liability", "Liability is limited to the fees."),
]
const terms = { answer_hours: 48, payment_days: 30 }

const negotiated = async (name: string, versions = 1) => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const body = { title: "Frame", startsOn: "2026-01-01", objectives: [], commitments: [] }
  const { id } = (await manager.call(draftAgreement, { partnership, ...body })).body
  for (let number = 1; number <= versions; number += 1) {
    if (number > 1) await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })
    const { version } = await textOf(manager, id)
    const last = number === versions ? clauses : clauses.slice(0, number)
    await manager.call(writeAgreementText, { agreementDraft: id, clauses: last, terms }, { ifMatch: version })
    await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  }
  return { id, partnership, partner: await workspace.asPartner(organizationId) }
}
const textOf = async (who: Caller, id: Id) => (await who.call(getAgreementText, { agreementDraft: id })).body
const listed = async (who: Caller, agreementDraft: Id) => (await who.call(listProposals, { agreementDraft })).body.items

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")
const bytesAt = async (who: Caller, path: string) => {
  const answer = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}`, { headers: { cookie: who.cookie } })
  return Buffer.from(await answer.arrayBuffer())
}
const wordOf = async (who: Caller, id: Id, query = "", number?: number) => {
  const { versions, number: latest } = await textOf(who, id)
  const version = versions.find((each) => each.number === (number ?? latest))
  return bytesAt(who, `/agreement-versions/${version?.id}/document.docx${query}`)
}
const send = async (who: Caller, id: Id, content: Buffer | string, name = "Frame v3 (redlined).docx") =>
  who.call(
    addFile,
    { subjectKind: "agreement_draft", subjectId: id, audience: "own", isUnsent: "true" },
    { file: { name, content } },
  )
const looked = async (who: Caller, id: Id, content: Buffer) => {
  const { body } = await send(who, id, content)
  return who.call(previewWordFile, { agreementDraft: id, file: body.id })
}
const take = async (who: Caller, id: Id, content: Buffer) => {
  const { body } = await send(who, id, content)
  return who.call(takeInWordFile, { agreementDraft: id, file: body.id })
}
const said = ({ change, ...rest }: { change: { kind: string; key: string }; isMarked?: boolean; word?: unknown }) => [
  change.kind,
  change.key,
  rest.isMarked ?? (rest.word as { isMarked: boolean }).isMarked,
]

test("scenario 15: a Word file returns with a silent change: it comes first, nothing is accepted by itself, and both sides keep the file", async () => {
  const { id, partner } = await negotiated("Cascade", 3)
  const before = await textOf(manager, id)
  expect(before.number).toBe(3)
  const returned = edited(await wordOf(partner, id, "?locale=de-DE"), (parts) => {
    inBody(parts, shown("48"), `<w:sdtContent>${tracked("48", "36")}</w:sdtContent>`)
    inBody(parts, shown("30"), shown("45"))
    const liability = clauseIn(parts.get("word/document.xml") ?? "", "Liability")
    inBody(parts, liability, moved(liability, "moveFrom"))
    const purpose = clauseIn(parts.get("word/document.xml") ?? "", "Purpose")
    inBody(parts, purpose, `${moved(liability, "moveTo")}${purpose}`)
    withComment(parts, "Invoices are paid within ", "Our public customers pay late")
    withHeader(parts, "CONFIDENTIAL")
  })
  const expected = [
    ["term", "payment_days", false],
    ["term", "answer_hours", true],
    ["move", "liability", true],
  ]
  const { body: sent } = await send(partner, id, returned)
  const preview = await partner.call(previewWordFile, { agreementDraft: id, file: sent.id })
  expect(preview.body).toMatchObject({ number: 3, latest: 3, hash: sha256(returned), abilities: { send: true } })
  expect(preview.body.items.map(said)).toEqual(expected)
  expect(preview.body.comments).toEqual([
    { author: "Kim Lee", text: "Our public customers pay late", heading: "Payment", isTaken: true },
  ])
  expect(preview.body.left).toMatchObject({ headers: 1, pictures: 0, tables: 0, head: 0 })
  // Until it is taken in, nobody else knows of it.
  expect(await listed(manager, id)).toEqual([])
  expect((await manager.call(previewWordFile, { agreementDraft: id, file: sent.id })).status).toBe(422)

  const taken = await partner.call(takeInWordFile, { agreementDraft: id, file: sent.id })
  expect([taken.status, taken.body.items.map(said)]).toEqual([201, expected])
  const [ofHost, ofPartner] = [await listed(manager, id), await listed(partner, id)]
  expect(ofHost.map(said)).toEqual(expected)
  expect(ofPartner.map((each) => each.id)).toEqual(ofHost.map((each) => each.id))
  expect(ofHost.every(({ side, state }) => side === "partner" && state === "open")).toBe(true)
  expect(ofHost[0]).toMatchObject({
    change: { before: 30, after: 45 },
    word: { left: { headers: 1 }, isMarked: false },
  })
  expect(ofHost[1]?.change).toMatchObject({ before: 48, after: 36 })
  const { items: comments } = (
    await manager.call(listComments, { subjectKind: "clause_proposal", subjectId: ofHost[0]?.id ?? "" })
  ).body
  expect(comments.map(({ body, side }) => [body, side])).toEqual([
    ["Kim Lee (Word): Our public customers pay late", "partner"],
  ])

  // The file as received, for both, and nobody takes it away.
  const word = ofHost[0]?.word
  expect(word).toMatchObject({ name: "Frame v3 (redlined).docx", hash: sha256(returned), fileId: sent.id })
  for (const who of [manager, partner])
    expect((await bytesAt(who, `/files/${word?.fileId}/content`)).equals(returned)).toBe(true)
  expect(codeOf(await partner.call(removeFile, { file: sent.id }))).toEqual([409, "kept-as-record"])
  expect(codeOf(await partner.call(takeInWordFile, { agreementDraft: id, file: sent.id }))).toEqual([
    422,
    "file-not-there",
  ])

  for (const proposal of ofHost)
    await manager.call(answerClauseProposal, { clauseProposal: proposal.id, accepts: false })
  const after = await textOf(manager, id)
  expect([after.number, after.text, after.versions]).toEqual([3, before.text, before.versions])
})

test("accepted, each change of a file makes the version that it says", async () => {
  const { id, partner } = await negotiated("Accepted")
  const returned = edited(await wordOf(partner, id), (parts) => {
    inBody(parts, shown("30"), shown("45"))
    inBody(parts, "sell together", "sell apart")
    inBody(
      parts,
      /<w:r><w:t xml:space="preserve">Liability is limited.*?<\/w:r>/,
      tracked("Liability is limited to the fees.", "Liability is excluded."),
    )
  })
  const { items } = (await take(manager, id, returned)).body
  expect(items.map(said)).toEqual([
    ["term", "payment_days", false],
    ["edit", "purpose", false],
    ["edit", "liability", true],
  ])
  for (const each of items) await partner.call(answerClauseProposal, { clauseProposal: each.id, accepts: true })
  const { text, number } = await textOf(partner, id)
  expect(number).toBe(4)
  expect(text).toEqual({
    terms: { answer_hours: 48, payment_days: 45 },
    clauses: [
      clause("purpose", "Purpose", "Both sides sell apart."),
      clauses[1],
      clauses[2],
      clause("liability", "Liability", "Liability is excluded."),
    ],
  })
})

test("a value that is not beyond doubt is proposed as words of its clause", async () => {
  const { id, partner } = await negotiated("Doubtful")
  const { body } = await looked(
    partner,
    id,
    edited(await wordOf(partner, id), (parts) => inBody(parts, shown("30"), shown("30 to 45"))),
  )
  expect(body.items.map(said)).toEqual([["edit", "payment", false]])
  expect(body.items[0]?.change.after).toEqual(clause("payment", "Payment", "Invoices are paid within 30 to 45 days."))
})

test("a file that was only saved again says the same, and nothing is proposed or kept", async () => {
  const { id, partner } = await negotiated("Unchanged")
  const again = edited(await wordOf(partner, id), (parts) =>
    inBody(parts, /<w:p>/g, '<w:p w:rsidR="00A1"><w:proofErr w:type="spellStart"/>'),
  )
  expect((await looked(partner, id, again)).body).toMatchObject({ items: [], comments: [] })
  expect(codeOf(await take(partner, id, again))).toEqual([422, "nothing-proposed"])
  expect((await manager.call(listFiles, { subjectKind: "agreement_draft", subjectId: id })).body.items).toEqual([])
})

test("a file of an older version is compared with that one, and what was changed meanwhile is out of date", async () => {
  const { id, partner } = await negotiated("Older")
  const old = await wordOf(partner, id)
  const mine = edited(old, (parts) => inBody(parts, "sell together", "sell and serve together"))
  const theirs = edited(old, (parts) => inBody(parts, "sell together", "sell together in Berlin"))
  const [made] = (await take(partner, id, mine)).body.items
  await manager.call(answerClauseProposal, { clauseProposal: made?.id ?? "", accepts: true })
  const preview = (await looked(partner, id, theirs)).body
  expect([preview.number, preview.latest]).toEqual([1, 2])
  const [late] = (await take(partner, id, theirs)).body.items
  expect(late).toMatchObject({ isOutdated: true, baseNumber: 1, abilities: { rebase: true } })
})

test("of another agreement, of none, broken, locked up as something else, or with changes since: each is answered, and nothing is proposed", async () => {
  const [one, other] = [await negotiated("One"), await negotiated("Other")]
  const own = await wordOf(manager, one.id)
  const codes = async (content: Buffer) => codeOf(await looked(manager, one.id, content))
  expect(await codes(await wordOf(manager, other.id))).toEqual([422, "word-file-of-another"])
  const nameless = (parts: Map<string, string>) => {
    parts.delete("docProps/custom.xml")
    inBody(parts, /w:name="kd_[^"]*"/, 'w:name="somewhere"')
  }
  expect(await codes(edited(own, nameless))).toEqual([422, "word-file-foreign"])
  const forged = (parts: Map<string, string>) =>
    parts.set("docProps/custom.xml", (parts.get("docProps/custom.xml") ?? "").replace(/[0-9a-f]{64}/, "0".repeat(64)))
  expect(await codes(edited(own, forged))).toEqual([422, "word-file-foreign"])
  const entity = (parts: Map<string, string>) =>
    inBody(parts, "<w:document", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document')
  expect(await codes(edited(own, entity))).toEqual([422, "word-file-unreadable"])
  expect(await codes(edited(own, (parts) => inBody(parts, "</w:body>", "")))).toEqual([422, "word-file-unreadable"])
  const bomb = (parts: Map<string, string>) => parts.set("word/media/one.xml", "a".repeat(70_000_000))
  expect(await codes(edited(own, bomb))).toEqual([422, "word-file-too-large"])
  const two = await negotiated("Two", 2)
  expect(codeOf(await looked(manager, two.id, await wordOf(manager, two.id, "?since=1")))).toEqual([
    422,
    "word-file-with-changes",
  ])
  const long = (parts: Map<string, string>) => inBody(parts, ">Purpose<", `>${"Purpose ".repeat(40)}<`)
  expect(await codes(edited(own, long))).toEqual([422, "word-clause-too-long"])
  // What keeps no properties, as other programs do not, is known by its bookmark.
  const kept = edited(own, (parts) => {
    parts.delete("docProps/custom.xml")
    inBody(parts, "sell together", "sell apart")
  })
  expect((await looked(manager, one.id, kept)).body.items.map(said)).toEqual([["edit", "purpose", false]])
})

test("nobody takes in a file who does not propose, nor another's, nor into what is not in review", async () => {
  const { id, partner } = await negotiated("Allowed")
  const changed = edited(await wordOf(partner, id), (parts) => inBody(parts, "sell together", "sell apart"))
  const { body } = await send(partner, id, changed)
  const ask = (who: Caller) => who.call(takeInWordFile, { agreementDraft: id, file: body.id })
  expect(codeOf(await ask(await workspace.as("viewer")))).toEqual([403, "role-may-not"])
  expect(codeOf(await ask(manager))).toEqual([422, "file-not-there"])
  const { body: ours } = await send(manager, id, changed)
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })
  expect((await ask(partner)).status).toBe(404)
  const late = await manager.call(takeInWordFile, { agreementDraft: id, file: ours.id })
  expect(codeOf(late)).toEqual([409, "not-in-review"])
})
