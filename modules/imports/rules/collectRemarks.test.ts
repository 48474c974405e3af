import { describe, expect, test } from "vitest"
import { isOpen, type RemarkKind } from "#core/importable/remark"
import { collectRemarks } from "./collectRemarks.ts"

const kinds: Readonly<Record<string, RemarkKind>> = {
  told: { tells: "{{header}} in {{count}} rows." },
  asked: { tells: "Which {{value}}?", choices: { yes: "Yes", no: "No" } },
  usual: { tells: "Usually.", choices: { yes: "Yes", no: "No" }, usual: "yes" },
  seen: { tells: "Both.", choices: { yes: "Yes", no: "No" }, onlyWhereSeen: true },
  "answer-of-last-time": { tells: "Not used.", choices: { stand: "As is", again: "Again" }, usual: "stand" },
  "more-remarks": { tells: "More: {{count}}." },
}

describe("what is told of a file", () => {
  test("is counted by what it is about, with its first three rows", () => {
    const remarks = collectRemarks(kinds, {})
    for (let line = 2; line < 8; line++) {
      remarks.at(line)
      remarks.tell("told", { header: line % 2 === 0 ? "even" : "odd", text: `cell ${line}` })
    }
    expect(remarks.all()).toMatchObject([
      { key: "told:even", count: 3, message: "even in 3 rows.", examples: [{ line: 2 }, { line: 4 }, { line: 6 }] },
      { key: "told:odd", count: 3, examples: [{ line: 3 }, { line: 5 }, { line: 7, text: "cell 7" }] },
    ])
  })

  test("is open only where somebody must choose and nobody did", () => {
    const openWith = (answers: Record<string, string>) => {
      const remarks = collectRemarks(kinds, answers)
      for (const code of ["told", "asked", "usual"]) remarks.tell(code, { value: "a:b" })
      return remarks
        .all()
        .filter(isOpen)
        .map(({ key }) => key)
    }
    expect(openWith({})).toEqual(["asked::a:b"])
    expect(openWith({ "asked::a:b": "no" })).toEqual([])
    expect(openWith({ "asked::b": "no" })).toEqual(["asked::a:b"])
  })

  test("a choice wins over the usual one, which wins over nothing", () => {
    const remarks = collectRemarks(kinds, { "usual:a": "no" })
    expect(remarks.answerTo("usual", { field: "a" })).toBe("no")
    expect(remarks.answerTo("usual", { field: "b" })).toBe("yes")
    expect(remarks.answerTo("asked", { field: "a" })).toBeUndefined()
  })

  test("more different things than a person reads are counted together, none is lost", () => {
    const remarks = collectRemarks(kinds, {})
    for (let at = 0; at < 500; at++) remarks.tell("told", { header: `column ${at}` })
    const all = remarks.all()
    expect(all).toHaveLength(301)
    expect(all.at(-1)).toMatchObject({ code: "more-remarks", count: 200 })
  })

  test("what was chosen for the last file is used, and told to be of last time", () => {
    const remarks = collectRemarks(kinds, {}, [], { answers: { "asked:a": "no" }, unfit: [] })
    remarks.tell("asked", { field: "a" })
    expect(remarks.answerTo("asked", { field: "a" })).toBe("no")
    expect(remarks.all()).toMatchObject([{ key: "asked:a", answer: "no", isRemembered: true }])
    const own = collectRemarks(kinds, { "asked:a": "yes" }, [], { answers: { "asked:a": "no" }, unfit: [] })
    own.tell("asked", { field: "a" })
    expect([own.answerTo("asked", { field: "a" }), own.all()[0]?.isRemembered]).toEqual(["yes", undefined])
  })

  test("an answer that holds only where its doubt is seen is unfit elsewhere, and the file is then read without it", () => {
    const answers = { "seen:a": "yes" }
    const about = { field: "a", text: "0.5" }
    const first = collectRemarks(kinds, {}, [], { answers, unfit: [] })
    expect([first.answerTo("seen", about), first.answerTo("seen", about)]).toEqual(["yes", "yes"])
    const unfit = first.unfit()
    expect(unfit).toMatchObject([{ key: "answer-of-last-time:a", count: 2 }])
    const second = collectRemarks(kinds, {}, [], { answers, unfit })
    expect(second.answerTo("seen", about)).toBeUndefined()
    expect(second.unfit()).toEqual([])
    expect(second.all()).toMatchObject([{ key: "answer-of-last-time:a", count: 2, examples: [{ text: "0.5" }, {}] }])
    const again = collectRemarks(kinds, { "answer-of-last-time:a": "again" }, [], { answers, unfit: [] })
    expect([again.answerTo("seen", about), again.unfit()]).toEqual(["yes", []])
    expect(again.all()).toMatchObject([{ key: "answer-of-last-time:a", count: 1, answer: "again" }])
    first.tell("seen", about)
    expect(first.unfit(), "where the doubt is seen, it holds").toEqual([])
  })

  test("what no module declared is a fault of the program", () => {
    expect(() => collectRemarks(kinds, {}).tell("unheard", {})).toThrow("no module says what unheard tells")
  })
})
