import { words } from "#core/textKey"

/**
 * How the text of a cell becomes a value:
 * text, name, phone, email, country (ISO 3166), currency (ISO 4217): string; domains, list: array of strings;
 * date: PlainDate; week: the Monday; moment: PlainDate, or Instant when the cell has a time; number, integer: number;
 * quantity: Quantity, a number that may be written in percent; money: Money; choice: one of the field's choices; flag: boolean.
 */
export type ValueType =
  | "text"
  | "name"
  | "phone"
  | "email"
  | "country"
  | "currency"
  | "domains"
  | "list"
  | "date"
  | "week"
  | "moment"
  | "number"
  | "integer"
  | "quantity"
  | "money"
  | "choice"
  | "flag"

export const dateTypes: ReadonlySet<ValueType> = new Set(["date", "week", "moment"])
export const numberTypes: ReadonlySet<ValueType> = new Set(["number", "integer", "quantity", "money"])

/** A closed list of values, each with the words people write for it. Keys are what the record holds. */
export type Choices = Readonly<Record<string, string>>

/** The choices for a list of codes: each code once, in_review as "in review". */
export type ChoicesOf<Code extends string> = Readonly<Record<Spoken<Code>, string>>
type Spoken<Code extends string> = Code extends `${infer Head}_${infer Tail}` ? `${Head} ${Spoken<Tail>}` : Code

/** One thing a column may be mapped to. `headers` are the names such a column has in real sheets. */
export type Field = Readonly<{
  key: string
  /** In English. */
  label: string
  type: ValueType
  isRequired: boolean
  headers: readonly string[]
  choices?: Choices
  /** What words that are not sure to mean a choice most likely mean: proposed, never taken without a word. */
  likely?: Choices
  /** Only a column with the whole name is taken for it, whatever its values look like. */
  isNamed?: boolean
  /** A cell may also hold a name that is on no list; whoever records the row says whom it means. */
  orName?: boolean
  /** A cell may also hold the id by which another system knows what is named. */
  orId?: boolean
  /** A day's cell may hold a whole week, and means its Monday. */
  orWeek?: boolean
  min?: number
  max?: number
  maxLength?: number
  /** The choice that a row without one counts as: told, and another may be said. */
  otherwise?: string
  /** A number of hours, which may be written as 36:00:00, or of days, as "12 weeks". */
  unit?: "hours" | "days"
  /** Of a number of days, whether months stay months, as whoever records the row keeps them: nobody is asked how many days those are. */
  orMonths?: boolean
  /** Fields that may hold this one in parts, in a file that has them. */
  inParts?: InParts
  /** The choice of the whole import that a row without one counts as: its recorder tells it, and another may be said. */
  option?: string
}>

/** `join` makes the whole of what the row holds of it and of its parts, in their order; undefined where there is nothing. */
export type InParts = Readonly<{
  fields: readonly string[]
  join: (whole: string | undefined, parts: readonly (string | undefined)[]) => string | undefined
}>

/** The keys of which one has to have a column: the field's own, or that of a part of it. */
export const keysOf = ({ key, inParts }: Field): readonly string[] => [key, ...(inParts?.fields ?? [])]

type Extra = Partial<
  Pick<
    Field,
    | "choices"
    | "likely"
    | "isNamed"
    | "orName"
    | "orId"
    | "orWeek"
    | "min"
    | "max"
    | "maxLength"
    | "unit"
    | "orMonths"
    | "otherwise"
    | "inParts"
    | "option"
  >
> & {
  isRequired?: boolean
}

/** Declares a field; `headers` is a comma-separated list, to which the key and the label are added. */
export const field = (key: string, label: string, type: ValueType, headers: string, extra: Extra = {}): Field => ({
  key,
  label,
  type,
  isRequired: false,
  headers: [key, label, ...words(headers)],
  ...extra,
})

/** The fields of one kind of file and the rules that bind several of them. */
export type FieldTable = Readonly<{
  fields: readonly Field[]
  /** Pairs of date fields where the second may not lie before the first. */
  inOrder?: readonly (readonly [string, string])[]
  /** Groups of fields of which at least one must be filled. */
  oneOf?: readonly (readonly string[])[]
}>

/** What one kind of file holds: one kind of thing per file. */
export type FileKind = FieldTable &
  Readonly<{
    kind: string
    /** One believable row by field, for the template; fields without an example stay empty there. */
    example: Readonly<Record<string, string>>
  }>
