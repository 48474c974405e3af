import fc from "fast-check"
import { expect, test } from "vitest"
import { readWord, type WordFile } from "#platform/documents/word/readWord"
import { writeWord } from "#platform/documents/word/writeWord"
import { agreementText, editedText } from "#test/agreementTexts"
import { type AgreementText, comparedFile, redlinedParagraphs, type Show, wordParagraphs } from "../rules.ts"

const show: Show = (kind, value) =>
  value === undefined
    ? `[${kind}: open]`
    : typeof value === "object"
      ? `${value.currency} ${value.amountMinor}`
      : `${value}`
const by = () => ({ author: "Cascade", at: "2026-03-02T09:00:00Z" })
type Paragraphs = ReturnType<typeof wordParagraphs>

const throughWord = async (paragraphs: Paragraphs): Promise<WordFile> => {
  const read = await readWord(
    writeWord({
      ...{ language: "en", title: "Frame", head: ["Version 1"], anchor: "kd_x", owner: "Nordwind" },
      ...{ madeAt: "2026-03-02T09:00:00.000Z", properties: { KeelsonVersion: "1" }, paragraphs },
    }),
  )
  if (typeof read === "string") throw new Error(`unreadable: ${read}`)
  return read
}
const compared = async (paragraphs: Paragraphs, base: AgreementText) =>
  comparedFile((await throughWord(paragraphs)).paragraphs, { base, show, keyAt: (at) => `new-${at}` })

test("out and in unchanged proposes nothing, whatever stands in a clause", async () => {
  await fc.assert(
    fc.asyncProperty(agreementText, async (text) => {
      expect((await compared(wordParagraphs(text, show), text)).changes).toEqual([])
    }),
    { numRuns: 150 },
  )
})

const words = (paragraphs: Paragraphs, side: "before" | "after") =>
  paragraphs
    .flatMap(({ runs }) => runs.filter((run) => run[side]))
    .map(({ text }) => text)
    .join("")

test("a redline is the earlier version with its changes rejected, and the later one with all accepted", async () => {
  await fc.assert(
    fc.asyncProperty(editedText, async ([before, after]) => {
      const { paragraphs } = await throughWord(redlinedParagraphs(before, after, show, by))
      // Title and head stand above the clauses.
      const clauses = paragraphs.slice(2)
      expect(words(clauses, "before")).toBe(words(wordParagraphs(before, show), "before"))
      expect(words(clauses, "after")).toBe(words(wordParagraphs(after, show), "after"))
      // The last end of a document is merged into nothing: programs refuse a file that takes it out.
      expect(paragraphs.at(-1)?.end).toEqual({ before: true, after: true })
    }),
    { numRuns: 150 },
  )
})

test("what a file marks is proposed as marked, and what it changes without a mark before that", async () => {
  const clause = (key: string, text: string) => ({
    ...{ key, heading: key, level: 1 as const },
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  })
  const base = { clauses: [clause("one", "Pay in 30 days."), clause("two", "Answer soon.")], terms: {} }
  const silent = { ...base, clauses: [clause("one", "Pay in 45 days."), clause("two", "Answer soon.")] }
  const both = { ...base, clauses: [clause("one", "Pay in 45 days net."), clause("two", "Answer at once.")] }
  const { changes } = await compared(redlinedParagraphs(silent, both, show, by), base)
  expect(changes.map(({ change, isMarked }) => [change.key, isMarked])).toEqual([
    ["one", false],
    ["one", true],
    ["two", true],
  ])
  expect(changes[0]?.change.after).toMatchObject(silent.clauses[0] ?? {})
  // The marked one is laid upon the version, so that either can be had alone.
  expect(changes[1]?.change.after).toMatchObject(clause("one", "Pay in 30 days net."))
})

test("a last clause that was taken out leaves its last end behind, and that is no change of the clause before it", async () => {
  const clause = (key: string, text: string) => ({
    ...{ key, heading: key, level: 1 as const },
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  })
  const base = { clauses: [clause("one", "Pay."), clause("two", "Answer.")], terms: {} }
  const went = { before: true, after: false }
  const paragraphs = wordParagraphs(base, show).map((each, at, all) =>
    at < 2
      ? each
      : {
          ...{ ...each, by: by(), runs: each.runs.map((run) => ({ ...run, ...went })) },
          end: at === all.length - 1 ? each.end : went,
        },
  )
  const { changes } = await compared(paragraphs, base)
  expect(changes.map(({ change, isMarked }) => [change.kind, change.key, isMarked])).toEqual([["delete", "two", true]])
})
