import type { Field } from "#core/importable/field"
import type { Answers, RemarkKind } from "#core/importable/remark"
import { type Refusal, refuse } from "#core/refusal"
import { currenciesOfSign } from "./readMoney.ts"
import { saidChoicesOf } from "./saidChoices.ts"

type Kinds = Readonly<Record<string, RemarkKind>>

/**
 * Answers that somebody gave are refused where they can answer nothing: no such question, no such field, no such choice. What is only spelt
 * wrong must not be taken for an answer.
 */
export const decideAnswers = (
  kinds: Kinds,
  fields: readonly Field[],
  answers: Answers = {},
): Refusal<"unknown-answer"> | undefined => {
  for (const [key, answer] of Object.entries(answers)) {
    const allowed = allowedFor(kinds, fields, key)
    if (allowed === "any" || (Array.isArray(allowed) && allowed.includes(answer))) continue
    const written = Array.isArray(allowed) ? allowed.map((choice) => `${key}=${choice}`) : everyAnswer(kinds)
    const possible = typeof allowed === "string" ? allowed : written
    return refuse("unknown-answer", { field: `answers.${key}`, answer: `${key}=${answer}`, allowed: possible })
  }
  return undefined
}

/** The choices under a key; what its keys are like where there is none such; undefined where nothing is asked by that code. */
const allowedFor = (kinds: Kinds, fields: readonly Field[], key: string): readonly string[] | string | undefined => {
  const [code = "", name, ...value] = key.split(":")
  const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined
  if (kind?.choices === undefined && code !== encoding) return undefined
  const field = fields.find((each) => each.key === name)
  const isOfFile = name === "" && value.length === 0
  const isOfField = field !== undefined && value.length === 0
  const isOfValue = field !== undefined && value.length > 0
  const about = { file: isOfFile, field: isOfField, value: isOfValue }
  const fits = kind?.about === undefined ? isOfFile || isOfField || isOfValue : about[kind.about]
  if (!fits || name === undefined) return answersOf(code, kind, fields)
  if (code === encoding) return "any"
  const mayBeEmpty = field?.isRequired !== true
  const common = Object.keys(kind?.choices ?? {}).filter(
    (choice) => choice !== "empty" || code !== unknown || mayBeEmpty,
  )
  return [...ofItself(code, field, value.join(":")), ...common]
}

const encoding = "encoding-uncertain"
const unknown = "unknown-value"

/** Choices that depend on what is asked about. */
const ofItself = (code: string, field: Field | undefined, value: string): readonly string[] =>
  code === unknown || (code === "not-said" && (field?.otherwise ?? field?.option) !== undefined)
    ? saidChoicesOf(field ?? { type: "text" })
    : code === "currency-sign"
      ? currenciesOfSign(value)
      : []

const everyAnswer = (kinds: Kinds): readonly string[] =>
  Object.entries(kinds)
    .filter(([code, { choices }]) => choices !== undefined || code === encoding)
    .map(([code, kind]) => pattern(code, kind))

const answersOf = (code: string, kind: RemarkKind | undefined, fields: readonly Field[]): string => {
  const names = kind?.about === "file" ? "" : ` (${fields.map(({ key }) => key).join(", ")})`
  return `${pattern(code, kind)}${names}`
}

const pattern = (code: string, kind: RemarkKind | undefined): string => {
  const about = { file: "", field: "<field>", value: "<field>:<value>" }[kind?.about ?? "field"]
  return `${code}:${about}=${Object.keys(kind?.choices ?? {}).join("|") || "…"}`
}
