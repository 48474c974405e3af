import fc from "fast-check"
import type { redline } from "#rules/agreements"

type AgreementText = Parameters<typeof redline>[0]
type Clause = AgreementText["clauses"][number]
type Block = Clause["content"][number]
type Paragraph = Extract<Block, { type: "paragraph" }>
type Inline = NonNullable<Paragraph["content"]>[number]

/** Few words, so that two texts have much in common. */
const said = fc
  .array(
    fc.constantFrom(
      ...[
        "shall",
        " ",
        "  ",
        "pay",
        " the ",
        "partner",
        "EUR 1,250,000.00",
        "30",
        " days",
        ", ",
        ".",
        "“net”",
        '"net"',
      ],
      ...["don't ", "don’t ", "四半期ごとに", "支払う", "\u00A0", "not ", "of ", "tax"],
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((words) => words.join(""))

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: said.map((text): Inline => ({ type: "text", text })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(said, fc.subarray(["bold", "italic", "underline"] as const, { minLength: 1 }))
      .map(([text, looks]): Inline => ({ type: "text", text, marks: looks.map((type) => ({ type })) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("margin", "payment_days", "liability_cap")
      .map((kind): Inline => ({ type: "term", attrs: { kind } })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: "hardBreak" }) },
)

/** As ProseMirror writes it: neighbours that look alike are one. */
const joined = (content: readonly Inline[]): Inline[] => {
  const row: Inline[] = []
  for (const each of content) {
    const last = row.at(-1)
    const isAlike =
      last?.type === "text" && each.type === "text" && JSON.stringify(last.marks) === JSON.stringify(each.marks)
    if (isAlike) row[row.length - 1] = { ...last, text: last.text + each.text }
    else row.push(each)
  }
  return row
}

const paragraph = fc
  .array(inline, { maxLength: 4 })
  .map((content): Paragraph => ({ type: "paragraph", ...(content.length > 0 && { content: joined(content) }) }))

const list = (depth: number): fc.Arbitrary<Block> =>
  fc
    .tuple(
      fc.constantFrom("bulletList", "orderedList"),
      fc.array(fc.tuple(paragraph, fc.array(depth > 0 ? block(depth - 1) : paragraph, { maxLength: 2 })), {
        ...{ minLength: 1, maxLength: 3 },
      }),
    )
    .map(
      ([type, items]): Block => ({
        type,
        content: items.map(([first, more]) => ({ type: "listItem", content: [first, ...more] })),
      }),
    )

const block = (depth: number): fc.Arbitrary<Block> =>
  fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: list(depth) })

const clause = (key: string): fc.Arbitrary<Clause> =>
  fc.record({
    key: fc.constant(key),
    heading: fc.oneof(fc.constant(""), said),
    level: fc.constantFrom(1, 2),
    content: fc.array(block(1), { maxLength: 3 }),
  })

const terms = fc.record(
  {
    margin: fc.constantFrom(20, 22),
    payment_days: fc.constantFrom(30, 60),
    liability_cap: fc.constantFrom({ amountMinor: 5, currency: "EUR" }, { amountMinor: 5, currency: "USD" }),
  },
  { requiredKeys: [] },
)

const keys = ["a", "b", "c", "d", "e", "f", "g"]

/** Texts whose clauses have some keys of seven, in any order. */
export const agreementText: fc.Arbitrary<AgreementText> = fc.record({
  clauses: fc.shuffledSubarray(keys).chain((own) => fc.tuple(...own.map(clause))),
  terms,
})

/** A text, and one that somebody made of it: much stays, clauses move, come, go, are rewritten in part, or cut in two. */
export const editedText: fc.Arbitrary<readonly [AgreementText, AgreementText]> = agreementText.chain((before) =>
  fc
    .tuple(
      fc.shuffledSubarray(before.clauses, { minLength: Math.max(0, before.clauses.length - 2) }),
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(20), fc.nat(20), block(1)), { maxLength: 3 }),
      fc.option(clause("new"), { nil: undefined }),
      terms,
      fc.nat(6),
    )
    .map(([shuffled, isInOrder, edits, added, changed, cutAt]) => {
      const kept = isInOrder ? before.clauses.filter((each) => shuffled.includes(each)) : shuffled
      const clauses = kept.map((each) => ({ ...each, content: [...each.content] }))
      for (const [at, place, more] of edits) {
        const target = clauses[at % Math.max(1, clauses.length)]
        if (target !== undefined) target.content.splice(place % (target.content.length + 1), place % 2, more)
      }
      if (added !== undefined) clauses.splice(cutAt, 0, added)
      const cut = clauses[cutAt]
      if (cut !== undefined && cut.content.length > 1)
        clauses.splice(cutAt + 1, 0, { ...cut, key: "half", content: cut.content.splice(1) })
      return [before, { clauses, terms: changed }]
    }),
)
