import i18next from "i18next"
import type { Ability, FieldKind } from "#core/endpoint"
import { inHole } from "#core/punctuation"

/** One field that the server refused: of which kind, and in its own words. */
export type FieldProblem = Readonly<{ field: string; kind: FieldKind; limit?: number; message: string }>

/** An RFC 9457 problem document as the server writes it. */
export type ProblemDocument = Readonly<{
  type: string
  title: string
  status: number
  code: string
  /** Figures and names that belong to the refusal; the title is the sentence to show. */
  detail?: Readonly<Record<string, unknown>>
  errors?: readonly FieldProblem[]
  requestId?: string
}>

/** What `call` throws when the answer is not a success. `Code` narrows to the refusals of one endpoint. */
export class Problem<Code extends string = string> extends Error {
  readonly status: number
  readonly code: Code | TransportCode
  readonly detail: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldProblem[]
  readonly requestId: string | undefined

  constructor(document: ProblemDocument) {
    super(document.title)
    this.name = "Problem"
    this.status = document.status
    this.code = document.code as Code
    this.detail = document.detail ?? {}
    this.errors = document.errors ?? []
    this.requestId = document.requestId
  }
}

/** Codes that any request may end with, whatever the endpoint. */
export type TransportCode =
  | "offline"
  | "unreadable-answer"
  | "not-signed-in"
  | "not-found"
  | "invalid-input"
  | "changed-meanwhile"
  | "try-again"
  | "unavailable"

/**
 * What the server says, in the reader's language. English is written in the contracts, the other languages lie beside them in
 * `texts/refusals.<language>.json`; a page fetches those of its reader's language, by code.
 */
export const sentenceOf = (problem: unknown): string => {
  if (!(problem instanceof Problem)) return i18next.t("ui:error.title")
  const sentence = inWords(problem.code, problem.message)
  // What is in the way, by its names.
  const names = inHole(problem.detail["names"], i18next.language)
  return typeof names === "string" && names !== "" && !sentence.includes(names) ? `${sentence} (${names})` : sentence
}

let areMissed = false

/** Whether a sentence was asked for before the sentences were there: they are fetched after the page that shows it. */
export const wereMissed = (): boolean => areMissed

/** A sentence by its code, or by itself where it has none; what has no translation stays English. */
export const inWords = (code: string, english: string): string => {
  areMissed ||= !i18next.hasResourceBundle(i18next.language, "refusals")
  return (i18next.getResource(i18next.language, "refusals", code) as string | undefined) ?? english
}

/** Why something may not be done now; undefined when it may. */
export const reasonOf = (ability: Ability): string | undefined =>
  ability === true ? undefined : inWords(ability, i18next.t("ui:forbidden.text"))

/** What is wrong with the first field, in words. */
export const fieldSentence = ({ kind, limit, message }: FieldProblem): string =>
  i18next.t(`ui:field.${kind}`, { what: inWords(message, message), limit })

/** The problems of single fields by name, as Mantine's form and our fields want them; a refusal may name its field too. */
export const fieldErrors = (problem: unknown): Record<string, string> => {
  if (!(problem instanceof Problem)) return {}
  const { field } = problem.detail
  return typeof field === "string"
    ? { [field]: sentenceOf(problem) }
    : Object.fromEntries(problem.errors.map((each) => [each.field, fieldSentence(each)]))
}

export const isStatus = (problem: unknown, status: number): boolean =>
  problem instanceof Problem && problem.status === status
