import { type Node, Schema } from "@tiptap/pm/model"
import { EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state"
import { expect, test } from "vitest"
import { cutIn, cutPlace, type Half, halvesAt } from "./clauseCut.ts"
import { withoutKey } from "./clauseKeys.ts"
import { endingWith } from "./promised.ts"

// Scenario 17: clause 6 has the key k6 and carries the promise "answer in 48 h".

const schema = new Schema({
  nodes: {
    doc: { content: "clause+" },
    clause: { content: "clauseHeading paragraph+", attrs: { key: { default: null }, level: { default: 1 } } },
    clauseHeading: { content: "text*" },
    paragraph: { content: "inline*" },
    term: { group: "inline", inline: true, atom: true },
    text: { group: "inline" },
  },
})
const said = (text: string) => (text === "" ? [] : [schema.text(text)])
const clause = (key: string | null, heading: string, ...paragraphs: string[]): Node =>
  schema.node("clause", { key, level: 1 }, [
    schema.node("clauseHeading", null, said(heading)),
    ...paragraphs.map((text) => schema.node("paragraph", null, said(text))),
  ])
let made = 0
/** As the editor does it, with keys that can be read. */
const keys = new Plugin({
  appendTransaction: (transactions, before, { doc, tr }) => {
    const placeOf = (at: number) => transactions.reduce((place, { mapping }) => mapping.map(place, 1), at)
    for (const at of withoutKey(before.doc, doc, placeOf)) {
      made += 1
      tr.setNodeAttribute(at, "key", `new${made}`)
    }
    return tr.docChanged ? tr : null
  },
})
const opened = (...clauses: Node[]) => EditorState.create({ doc: schema.node("doc", null, clauses), plugins: [keys] })
const promise = "We answer within 48 hours. Nobody waits."
const six = clause("k6", "Answers", promise)
const begun = () => opened(clause("k5", "Sales", "Sell."), six, clause("k7", "Reports", "Report."))
const startOf = ({ doc }: EditorState, key: string): number => {
  let found = -1
  doc.forEach((node, at) => {
    if (node.attrs.key === key) found = at
  })
  return found
}
const cursor = (state: EditorState, key: string, at: "heading" | number): EditorState => {
  const start = startOf(state, key)
  const heading = state.doc.nodeAt(start)?.firstChild?.nodeSize ?? 0
  const place = at === "heading" ? start + 2 : start + 1 + heading + 1 + at
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
}
const cut = (state: EditorState, keeps: Half = "upper"): EditorState => {
  const done = cutIn(state, startOf(state, "k6"), keeps)
  return done === null ? state : state.apply(done)
}
/** The clause that the promise is in by now; fails where none or several hold the key. */
const holder = ({ doc }: EditorState): string => {
  const holders = doc.content.content.filter((node) => node.attrs.key === "k6")
  expect(holders).toHaveLength(1)
  const all = doc.content.content.map((node) => node.attrs.key)
  expect(new Set(all).size).toBe(all.length)
  expect(all).not.toContain(null)
  return holders[0]?.textContent ?? ""
}
const applied = (state: EditorState, change: (tr: Transaction) => Transaction) => state.apply(change(state.tr))

test.each([
  ["heading", "start"],
  [0, "start"],
  [promise.length, "end"],
  [26, "middle"],
] as const)("scenario 17: a cursor at %s stands at its %s", (at, place) => {
  expect(cutPlace(cursor(begun(), "k6", at), startOf(begun(), "k6"))).toBe(place)
})

test("scenario 17: at the start and at the end the empty clause is the new one, and nobody is asked", () => {
  for (const at of ["heading", 0, promise.length] as const) {
    const state = cut(cursor(begun(), "k6", at))
    expect(holder(state)).toBe(`Answers${promise}`)
    expect(state.doc.childCount).toBe(4)
    const place = at === promise.length ? 2 : 1
    expect(state.doc.child(place).textContent).toBe("")
  }
})

test("scenario 17: in the middle the half that is said keeps the key; both are shown to whoever is asked", () => {
  const state = cursor(begun(), "k6", 26)
  expect(halvesAt(state, startOf(state, "k6"))).toEqual({ upper: "We answer within 48 hours.", lower: "Nobody waits." })
  expect(holder(cut(state, "upper"))).toBe("AnswersWe answer within 48 hours.")
  expect(holder(cut(state, "lower"))).toBe(" Nobody waits.")
  expect(cut(state, "lower").doc.childCount).toBe(4)
})

test("outside of it, and within its heading, nothing is cut", () => {
  const elsewhere = cursor(begun(), "k5", 1)
  expect(cutPlace(elsewhere, startOf(elsewhere, "k6"))).toBeNull()
  expect(halvesAt(elsewhere, startOf(elsewhere, "k6"))).toBeNull()
  const at = startOf(begun(), "k6") + 4
  const inside = applied(begun(), (tr) => tr.setSelection(TextSelection.create(tr.doc, at)))
  expect(cut(inside)).toBe(inside)
})

test("scenario 17: a copy carries no promise, before it and behind it", () => {
  const state = begun()
  for (const place of [0, startOf(state, "k6"), state.doc.content.size]) {
    const pasted = applied(state, (tr) => tr.insert(place, six))
    expect(holder(pasted)).toBe(`Answers${promise}`)
    expect(pasted.doc.nodeAt(startOf(pasted, "k6") + 0)).toBe(
      place <= startOf(state, "k6") ? pasted.doc.nodeAt(startOf(state, "k6") + six.nodeSize) : six,
    )
  }
})

test("scenario 17: a part that is dragged out, before or behind, is a new clause; all of it takes the key along", () => {
  const state = begun()
  const [start, inBody] = [startOf(state, "k6"), startOf(state, "k6") + six.child(0).nodeSize + 2]
  const drag = (from: number, to: number, place: "before" | "behind") =>
    applied(state, (tr) => {
      const text = tr.doc.textBetween(from, to)
      tr.delete(from, to)
      return tr.insert(place === "before" ? 0 : tr.doc.content.size, clause("k6", "", text))
    })
  for (const place of ["before", "behind"] as const) {
    expect(holder(drag(inBody + 27, inBody + promise.length, place))).toBe("AnswersWe answer within 48 hours. ")
    expect(holder(drag(inBody, inBody + promise.length, place))).toBe(promise)
  }
  const moved = applied(state, (tr) => tr.delete(start, start + six.nodeSize).insert(0, six))
  expect(holder(moved)).toBe(`Answers${promise}`)
  expect(moved.doc.child(0).attrs.key).toBe("k6")
})

test("scenario 17: another level keeps it; cut, put elsewhere and undone, one clause holds it", () => {
  const state = begun()
  const start = startOf(state, "k6")
  expect(holder(applied(state, (tr) => tr.setNodeAttribute(start, "level", 2)))).toBe(`Answers${promise}`)
  const gone = state.tr.delete(start, start + six.nodeSize)
  const without = state.apply(gone)
  expect(startOf(without, "k6")).toBe(-1)
  const back = applied(without, (tr) => tr.insert(without.doc.content.size, six))
  expect(holder(back)).toBe(`Answers${promise}`)
  // Undone: the pasted one goes, then the one that was cut comes back.
  const undone = applied(back, (tr) => tr.delete(without.doc.content.size, back.doc.content.size))
  const again = applied(undone, (tr) => {
    gone.steps.forEach((step, at) => {
      tr.step(step.invert(gone.docs[at] ?? gone.doc))
    })
    return tr
  })
  expect(holder(again)).toBe(`Answers${promise}`)
})

test("a clause that has no key, as one from another agreement, gets one; two that say nothing keep the first", () => {
  const brought = applied(begun(), (tr) => tr.insert(0, clause(null, "Answers", promise)))
  expect(holder(brought)).toBe(`Answers${promise}`)
  expect(brought.doc.child(0).attrs.key).toMatch(/^new/)
  const empty = applied(opened(clause("k6", "", "")), (tr) => tr.insert(0, clause("k6", "", "")))
  expect(empty.doc.child(1).attrs.key).toBe("k6")
  const shown = schema.node("clause", { key: "k6" }, [
    schema.node("clauseHeading"),
    schema.node("paragraph", null, [schema.node("term")]),
  ])
  expect(cutPlace(cursor(opened(shown), "k6", 1), 0)).toBe("end")
})

test("what is promised in a clause that was there and is no more is named before it is proposed", () => {
  const line = {
    key: "k6",
    title: "Answer",
    owedBy: "host",
    partyId: null,
    partyName: null,
    isStanding: true,
    endsOn: null,
  } as const
  const [k5, k6] = [{ key: "k5" }, { key: "k6" }]
  expect(endingWith([line], [k5, k6], [k5])).toEqual([line])
  expect(endingWith([line], [k5, k6], [k6])).toEqual([])
  expect(endingWith([line], [k5], [k5])).toEqual([])
})
