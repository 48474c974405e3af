/**
 * A kind of thing that a file's reading tells before anything is written: what was left out, read in one of several possible
 * ways, or known already. One with choices asks; until it is answered the usual choice holds, and where there is none, nothing is
 * imported.
 */
export type RemarkKind = Readonly<{
  /** In plain English; words in double braces are parameters: `count` rows, the field or column, the value. */
  tells: string
  /** Choices and their words; "of the field" when they are the values that the field may have. */
  choices?: Readonly<Record<string, string>>
  usual?: string
  /** What one answer is about: the whole file, a field, or each of its values. */
  about?: "file" | "field" | "value"
  /** What was chosen for the last file holds only where the next one shows the same doubt; else it is not used, and that is told. */
  onlyWhereSeen?: true
  /** A choice for one file, which the next is not read by. */
  isOnce?: true
  /** What is made of a row where it is new: of one that is here already nothing is told. */
  ofNewRows?: true
}>

/** What a remark is about: a field's key, the name of a column without one; `value` where each value is decided by itself. */
export type About = Readonly<{
  field?: string | null | undefined
  header?: string | null | undefined
  value?: string | null | undefined
}>

export type Here = Readonly<{ called: string; was: string }>

/** What one row showed. */
export type Showing = About &
  Readonly<{
    /** As it stands in the file. */
    text?: string | undefined
    /** What is made of it. */
    becomes?: string | undefined
    /** Of what is here already and differs: how it is called, and what it says. */
    here?: Here | undefined
    /** Choices besides those of its kind. */
    choices?: readonly string[] | undefined
    /** Choices of its kind that there are not here. */
    without?: readonly string[] | undefined
    /** The usual choice here, where its kind has none. */
    usual?: string | undefined
    /** The choice that is proposed; it holds only once somebody takes it. */
    likely?: string | undefined
  }>

/** Everything of one kind about one thing: how many rows, and the first of them. */
export type Remark = Readonly<{
  code: string
  /** Under which it is answered. */
  key: string
  /** In English. */
  message: string
  field: string | null
  header: string | null
  value: string | null
  count: number
  examples: readonly Readonly<{ line: number; text: string; becomes: string | null; here?: Here }>[]
  /** Empty when it only tells. */
  choices: readonly string[]
  usual: string | null
  /** What is proposed where there is nothing usual. */
  likely?: string
  /** What somebody chose, for this file or for an earlier one with the same columns. */
  answer: string | null
  /** Chosen for an earlier file: this one is read as last time. */
  isRemembered?: true
}>

/** Choices by the key of what they are about. */
export type Answers = Readonly<Record<string, string>>

/** Under what an answer is kept: "cell-left-out:phone", "unknown-value:state:Prospecting". */
export const remarkKey = (code: string, { field, header, value }: About): string => {
  const key = `${code}:${field ?? header ?? ""}`
  return typeof value === "string" ? `${key}:${value}` : key
}

/** What a reader and a recorder tell, and are answered. */
export type Remarks = Readonly<{
  tell(code: string, showing?: Showing): void
  /** What was chosen, or the usual; undefined while it must still be asked. The text of the cell that asks is shown where it matters. */
  answerTo(code: string, about: About & Pick<Showing, "text">): string | undefined
}>

/** True while nothing may be imported, because somebody must choose. */
export const isOpen = ({ choices, usual, answer }: Remark): boolean =>
  choices.length > 0 && usual === null && answer === null
