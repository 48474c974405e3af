import { domainShape } from "#core/endpoint"
import { visibleLine, visibleText } from "#core/visibleText"
import { hostOf } from "#core/webAddress"
import type { ReceivedForm } from "#platform/receive-form"
import { emailShape } from "../contract.ts"
import type { FormWords } from "../rules.ts"
import type { FormRow } from "../store.ts"
import type { Filled } from "./receive.ts"

/** How much each text takes at most. */
export const mostLetters = { company: 200, website: 253, registration: 60, person: 120, email: 254, answer: 4_000 }

/** A field that people do not see: its name says nothing that a browser knows an answer to. */
export const trapField = "kestrel"
export const answerField = (key: string) => `answer-${key}`

/** What is wrong with one field. */
export type FieldFault = "missing" | "too-long" | "not-an-email" | "not-a-website"

/** What was typed, as it is shown again where something is wrong. */
export type Typed = ReadonlyMap<string, string>

const control = /[^\P{Cc}\n\t]/gu
const linesOf = (text: string): string =>
  visibleText(text.replaceAll("\r\n", "\n").toWellFormed().replaceAll(control, ""))
const lineOf = (text: string): string => visibleLine(linesOf(text))

type Read = Readonly<{ filled: Omit<Filled, "files"> }> | Readonly<{ faults: ReadonlyMap<string, FieldFault> }>

/** Reads what somebody typed: every text without what cannot be seen in it, within its length, and what must be said is. */
export const readFilled = (
  form: Pick<FormRow, "questions">,
  { language, questions }: Pick<FormWords, "language" | "questions">,
  fields: ReceivedForm["fields"],
): Read => {
  const faults = new Map<string, FieldFault>()
  const take = (name: string, most: number, isRequired: boolean, clean = lineOf): string => {
    const text = clean(fields.get(name) ?? "")
    if (text.length > most) faults.set(name, "too-long")
    else if (text === "" && isRequired) faults.set(name, "missing")
    return text
  }
  const company = take("company", mostLetters.company, true)
  const website = hostOf(take("website", mostLetters.website, false))
  if (website !== "" && !domainShape.safeParse(website).success && !faults.has("website"))
    faults.set("website", "not-a-website")
  const registrationNumber = take("registration", mostLetters.registration, false)
  const person = take("person", mostLetters.person, true)
  const address = take("email", mostLetters.email, true).toLowerCase()
  if (!faults.has("email") && !emailShape.safeParse(address).success) faults.set("email", "not-an-email")
  const answers = form.questions.map(({ key, isRequired }, place) => ({
    question: questions[place] ?? "",
    answer: take(answerField(key), mostLetters.answer, isRequired, linesOf),
  }))
  if (faults.size > 0) return { faults }
  const country = fields.get("country") ?? ""
  return {
    filled: {
      ...{ company, person, email: address, language },
      website: website === "" ? null : website,
      country: /^[A-Z]{2}$/.test(country) ? country : null,
      registrationNumber: registrationNumber === "" ? null : registrationNumber,
      answers: answers.filter(({ answer }) => answer !== ""),
      pageKey: (fields.get("page") ?? "").slice(0, 120),
      isTrapFilled: (fields.get(trapField) ?? "").trim() !== "",
    },
  }
}
