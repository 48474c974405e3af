import { describe, expect, test } from "vitest"
import { decideAnswers } from "#rules/imports"
import { catalogue, kindOf } from "#test/importable"

const decide = (kind: string, answers: Readonly<Record<string, string>>) =>
  decideAnswers(catalogue.remarks, kindOf(kind).fields, answers)

describe("an answer", () => {
  test.each([
    ["deals", "cell-left-out:amount", "refuse"],
    ["deals", "unknown-value:state:Prospecting", "in review"],
    ["deals", "unknown-value:state:a:b", "refuse"],
    ["deals", "currency-sign:amount:$", "CAD"],
    ["deals", "row-aside:", "take"],
    ["deals", "encoding-uncertain:", "windows-1251"],
    ["deals", "registration-unknown:registered_on", "today"],
    ["measurements", "share-scales:value:fund_use", "above-one"],
    ["activities", "ends-before-the-file:occurred_on", "unknown"],
    ["commitments", "due-day-first:due_on", "last"],
  ])("for files of %s: %s=%s may be given", (kind, key, choice) => {
    expect(decide(kind, { [key]: choice })).toBeUndefined()
  })

  test.each([
    ["deals", "cell-left-uot:amount", "refuse"],
    ["deals", "constructor:amount", "refuse"],
    ["deals", "cell-left-out", "refuse"],
    ["deals", "cell-left-out:amout", "refuse"],
    ["deals", "cell-left-out:amount", "refused"],
    ["deals", "cell-left-out:amount:5", "refuse"],
    ["deals", "unknown-value:state", "refuse"],
    ["deals", "unknown-value:state:Prospecting", "prospecting"],
    ["deals", "currency-sign:amount:$", "EUR"],
    ["deals", "row-aside", "take"],
    ["deals", "row-aside:amount", "take"],
    ["deals", "column-left-out:Colour", "take"],
    ["deals", "share-scales:value:fund_use", "percent"],
  ])("for files of %s: %s=%s answers nothing, and is refused with what may be answered", (kind, key, choice) => {
    const refused = decide(kind, { "row-aside:": "leave", [key]: choice })
    expect(refused).toMatchObject({
      refusal: "unknown-answer",
      detail: { field: `answers.${key}`, answer: `${key}=${choice}` },
    })
    expect(String(refused?.detail?.["allowed"])).not.toBe("")
  })

  test("the sentence names the choices, the fields or the questions that there are", () => {
    const allowed = (key: string, choice: string) => {
      const detail = decide("deals", { [key]: choice })?.detail?.["allowed"]
      return Array.isArray(detail) ? detail.join(", ") : detail
    }
    expect(allowed("cell-left-out:amount", "no")).toBe("cell-left-out:amount=drop, cell-left-out:amount=refuse")
    expect(allowed("cell-left-out:amout", "drop")).toMatch(/^cell-left-out:<field>=drop\|refuse \(partner, name, /)
    expect(allowed("what", "drop")).toMatch(/cell-left-out:<field>=drop\|refuse, .*row-aside:=leave\|take/)
  })
})
