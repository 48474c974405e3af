import { describe, expect, test } from "vitest"
import { isOpen } from "#core/importable/remark"
import { collectRemarks } from "./collectRemarks.ts"

const kinds = {
  told: { tells: "{{header}} in {{count}} rows." },
  asked: { tells: "Which {{value}}?", choices: { yes: "Yes", no: "No" } },
  usual: { tells: "Usually.", choices: { yes: "Yes", no: "No" }, usual: "yes" },
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

  test("what no module declared is a fault of the program", () => {
    expect(() => collectRemarks(kinds, {}).tell("unheard", {})).toThrow("no module says what unheard tells")
  })
})
