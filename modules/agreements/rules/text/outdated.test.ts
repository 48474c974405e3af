import { expect, test } from "vitest"
import type { AgreementText, Block, Clause, Inline, Terms } from "./clause.ts"
import { linesOf } from "./lines.ts"
import { isOutdated, rebaseChange } from "./outdated.ts"
import type { ClauseChange } from "./proposed.ts"

const paragraph = (...content: (string | Inline)[]): Block => ({
  type: "paragraph",
  content: content.map((each) => (typeof each === "string" ? { type: "text", text: each } : each)),
})
const clause = (key: string, ...content: (string | Block)[]): Clause => ({
  ...{ key, heading: `About ${key}`, level: 1 },
  content: content.map((each) => (typeof each === "string" ? paragraph(each) : each)),
})
const margin: Inline = { type: "term", attrs: { kind: "margin" } }
const text = (clauses: Clause[], terms: Terms = { margin: 20, payment_days: 30 }): AgreementText => ({ clauses, terms })

const two = clause("k2", "The partner has a margin of 20 % on the list price.")
const shows = clause("k3", paragraph("A margin of ", margin, " applies."))
const eight = clause("k8", "Notice is given in writing.")
const base = text([two, shows, eight])
const withTwo = (words: string, key = "k2") => clause(key, words)
const edit = (before: Clause, after: Clause): ClauseChange => ({ kind: "edit", key: before.key, before, after })
const taxes = edit(two, withTwo("The partner has a margin of 20 % net of taxes on the list price."))
const raised = text([withTwo("The partner has a margin of 22 % on the list price."), shows, eight])
const word = (inline: Inline) =>
  inline.type === "text" ? inline.text : inline.type === "term" ? `<${inline.attrs.kind}>` : "\n"
const said = ({ content }: Clause) =>
  linesOf(content)
    .map((line) => line.content.map(word).join(""))
    .join("\n")
const both = (change: ClauseChange, now: AgreementText) => {
  const { both: change2, whyNotBoth } = rebaseChange(change, base, now)
  return change2 === null || change2.kind === "term" || change2.after === null ? whyNotBoth : said(change2.after)
}

test("two on one sentence: the second is out of date, and what both wrote survives (scenario 16)", () => {
  expect(isOutdated(taxes, base, base)).toBe(false)
  expect(isOutdated(taxes, base, raised)).toBe(true)
  expect(rebaseChange(taxes, base, raised)).toEqual({
    mine: { ...taxes, before: raised.clauses[0] },
    theirs: raised.clauses[0],
    both: {
      ...{ ...taxes, before: raised.clauses[0] },
      after: withTwo("The partner has a margin of 22 % net of taxes on the list price."),
    },
    whyNotBoth: null,
  })
})

test("a change elsewhere, another number or another place outdates nothing (scenario 16)", () => {
  const elsewhere = text([clause("new", "Before all"), eight, shows, two], { margin: 20, payment_days: 45 })
  expect(isOutdated(taxes, base, elsewhere)).toBe(false)
  expect(isOutdated(taxes, base, text([two]))).toBe(false)
})

test("a value that is shown in the clause outdates what is proposed for its words, and one that is not does not", () => {
  const change = edit(shows, clause("k3", paragraph("A margin of at least ", margin, " applies.")))
  expect(isOutdated(change, base, text(base.clauses, { margin: 22, payment_days: 30 }))).toBe(true)
  expect(isOutdated(change, base, text(base.clauses, { margin: 20, payment_days: 45 }))).toBe(false)
  const value = { kind: "term", key: "margin", before: 20, after: 24 } as const
  const now = text(base.clauses, { margin: 22 })
  expect(isOutdated(value, base, now)).toBe(true)
  expect(isOutdated(value, base, text(base.clauses, { margin: 20 }))).toBe(false)
  const rebased = { mine: { ...value, before: 22 }, theirs: 22, both: null, whyNotBoth: "nothing-to-merge" }
  expect(rebaseChange(value, base, now)).toEqual(rebased)
  expect(rebaseChange(value, base, text([], {}))).toMatchObject({ mine: { before: null }, theirs: null })
})

test("what comes or moves is out of date only when what it stands after is gone, and finds the nearest before that", () => {
  const insert: ClauseChange = { kind: "insert", key: "n", before: null, after: clause("n", "New"), place: "k3" }
  const move: ClauseChange = { kind: "move", key: "k8", before: eight, after: eight, from: "k3", place: "k3" }
  const without = text([withTwo("Other words"), eight])
  for (const change of [insert, move]) {
    expect(isOutdated(change, base, text([shows, withTwo("Other words", "k8")]))).toBe(false)
    expect(isOutdated({ ...change, place: null }, base, without)).toBe(false)
    expect(isOutdated(change, base, without)).toBe(true)
    expect(rebaseChange(change, base, without)).toMatchObject({
      mine: { place: "k2" },
      both: { place: "k2" },
      whyNotBoth: null,
    })
    expect(rebaseChange(change, base, text([eight]))).toMatchObject({ mine: { place: null } })
    expect(rebaseChange({ ...change, place: null }, base, without)).toMatchObject({ mine: { place: null } })
    expect(rebaseChange({ ...change, place: "k2" }, base, without)).toMatchObject({ mine: { place: "k2" } })
  }
  // It does not find itself as its own place.
  const self: ClauseChange = { kind: "move", key: "k2", before: two, after: two, from: null, place: "k3" }
  expect(rebaseChange(self, base, without)).toMatchObject({ mine: { place: null } })
  expect(isOutdated(move, base, text([two, shows]))).toBe(true)
  const there = text([...base.clauses, clause("n", "Mine")])
  expect(isOutdated(insert, base, there)).toBe(true)
  expect(rebaseChange(insert, base, there)).toMatchObject({ mine: null, both: null, whyNotBoth: "same-words" })
})

test("a clause that is gone cannot be edited, and one that was edited is deleted only as it is now", () => {
  expect(isOutdated(taxes, base, text([eight]))).toBe(true)
  const nothing = { mine: null, theirs: null, both: null, whyNotBoth: "clause-gone" }
  expect(rebaseChange(taxes, base, text([eight]))).toEqual(nothing)
  const goes: ClauseChange = { kind: "delete", key: "k2", before: two, after: null, place: null }
  expect(isOutdated(goes, base, raised)).toBe(true)
  const now = { mine: { ...goes, before: raised.clauses[0] }, theirs: raised.clauses[0] }
  expect(rebaseChange(goes, base, raised)).toEqual({ ...now, both: null, whyNotBoth: "nothing-to-merge" })
})

test.each([
  ["the same word", "The partner has a margin of 24 % on the list price.", "same-words"],
  [
    "the same change",
    "The partner has a margin of 22 % on the list price.",
    "The partner has a margin of 22 % on the list price.",
  ],
  [
    "put before it",
    "The partner has a net margin of 20 % on the list price.",
    "The partner has a net margin of 22 % on the list price.",
  ],
  [
    "put right before it",
    "The partner has a margin of about 20 % on the list price.",
    "The partner has a margin of about 22 % on the list price.",
  ],
  [
    "put right behind it",
    "The partner has a margin of 20 %, net, on the list price.",
    "The partner has a margin of 22 %, net, on the list price.",
  ],
  ["the end taken away", "The partner has a margin of 20 %.", "The partner has a margin of 22 %."],
  ["the passage taken away", "The partner has a list price.", "same-words"],
])("what both did to one sentence, %s", (_, mine, expected) => {
  expect(both(edit(two, withTwo(mine)), raised)).toBe(expected)
  // Whichever was there first.
  expect(both(edit(two, raised.clauses[0] as Clause), text([withTwo(mine)]))).toBe(expected)
})

test("put within what the other took away, or two things put in one place, is for a person", () => {
  const put = edit(two, withTwo("The partner has a margin of 20 % on the net list price."))
  expect(both(put, text([withTwo("The partner has a margin of 20 % on request.")]))).toBe("same-words")
  expect(both(put, text([withTwo("The partner has a margin of 20 % on the gross list price.")]))).toBe("same-words")
  expect(both(put, text([withTwo("The partner has a margin.")]))).toBe("same-words")
  // Both took something away: it is gone.
  const less = edit(two, withTwo("The partner has a margin of 20 % on price."))
  expect(both(less, text([withTwo("The partner has a margin of 20 % on the price.")]))).toBe(
    "The partner has a margin of 20 % on price.",
  )
})

test.each([
  ["a b c d e f g", "a x d e f g", "a b x d e f g"],
  ["a b c d e f g", "a x c d e f g", "a x d e f g"],
])("of %s one made %s and one %s: that is not the same change", (was, mine, theirs) => {
  const [old, own, other] = [was, mine, theirs].map((words) => withTwo(words)) as [Clause, Clause, Clause]
  const rebased = rebaseChange(edit(old, own), text([old]), text([other]))
  expect(rebased).toMatchObject({ both: null, whyNotBoth: "same-words" })
})

test("quotes and looks that either side changed are kept, and two headings are for a person", () => {
  const of = (...content: (string | Inline)[]) => clause("k2", paragraph(...content))
  const bold: Inline = { type: "text", text: "net", marks: [{ type: "bold" }] }
  const old = of('The "net" price is paid.')
  const now = (mine: Clause, theirs: Clause) => rebaseChange(edit(old, mine), text([old]), text([theirs])).both?.after
  const [longer, curly, strong] = [
    of('The "net" price is paid at once.'),
    of("The “net” price is paid."),
    of('The "', bold, '" price is paid.'),
  ]
  expect(now(longer, curly)).toEqual(of("The “net” price is paid at once."))
  expect(now(curly, longer)).toEqual(of("The “net” price is paid at once."))
  expect(now(longer, strong)).toEqual(of('The "', bold, '" price is paid at once.'))
  expect(now(strong, longer)).toEqual(of('The "', bold, '" price is paid at once.'))
  expect(now({ ...old, heading: "One" }, { ...old, heading: "Other" })).toBe(undefined)
})

test("headings, levels and looks of either side are kept", () => {
  const bold: Clause = {
    ...two,
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "The partner has a margin of 20 % on the list price.", marks: [{ type: "bold" }] },
        ],
      },
    ],
  }
  const other = {
    ...withTwo("The partner has a margin of 22 % on the list price."),
    heading: "On k2",
    level: 2 as const,
  }
  const { both: change } = rebaseChange(edit(two, { ...bold, heading: "About k2 alone" }), base, text([other]))
  expect(change).toMatchObject({ after: { heading: "On k2 alone", level: 2 } })
  expect(JSON.stringify(change?.after)).toContain('"bold"')
  expect(rebaseChange(edit(two, { ...bold, level: 2 }), base, text([{ ...two, heading: "x" }])).both).toMatchObject({
    after: { level: 2, heading: "x" },
  })
})

test("a list item that would begin with no paragraph is no clause that an editor can load", () => {
  const item = (...content: Block[]): Block => ({ type: "bulletList", content: [{ type: "listItem", content }] })
  const inner: Block = { type: "orderedList", content: [{ type: "listItem", content: [paragraph("deep down")] }] }
  const listed = clause("k2", item(paragraph("on top"), inner))
  const now = clause("k2", item(paragraph("on top"), inner), "and more")
  const merged = rebaseChange(
    edit(listed, clause("k2", item(paragraph("on the top"), inner))),
    text([listed]),
    text([now]),
  ).both
  expect(merged?.after).toEqual(clause("k2", item(paragraph("on the top"), inner), "and more"))
  // One put a list below an item that the other took away.
  const short = clause("k2", item(paragraph("on top")), "end")
  const put = edit(short, clause("k2", item(paragraph("on top"), inner), "end"))
  const rebased = rebaseChange(put, text([short]), text([clause("k2", "end")]))
  expect(rebased).toMatchObject({ both: null, whyNotBoth: "same-words" })
})
