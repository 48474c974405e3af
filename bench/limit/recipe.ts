/** A statement as the product's connection was given it. */
export type Sent = Readonly<{ text: string; values: readonly unknown[] }>

/** Where a parameter comes from when the request is another one. */
export type Slot =
  | Readonly<{ is: "literal"; value: unknown }>
  /** What the address names: an id, or the words looked for. */
  | Readonly<{ is: "argument" }>
  | Readonly<{ is: "summary" }>
  | Readonly<{ is: "new"; at: number }>
  | Readonly<{ is: "now" }>

/** What the product does in the database for one request: how it begins, then its statements in order. */
export type Recipe = Readonly<{
  begin: string
  statements: readonly Readonly<{ text: string; slots: readonly Slot[] }>[]
}>

/** The words that stand in the recorded request's body, and nowhere else. */
export const recordedSummary = "recorded once to learn the statements"

/** Turns the statements of one recorded request into a recipe for any such request. */
export const recipeOf = (sent: readonly Sent[], argument: string): Recipe => {
  const [begin, ...rest] = sent.filter(({ text }) => text !== "commit")
  if (!begin?.text.startsWith("begin")) throw new Error(`a request should begin with a transaction, not ${begin?.text}`)
  const made: string[] = []
  const slotOf = (value: unknown): Slot => {
    if (value === argument) return { is: "argument" }
    if (value === recordedSummary) return { is: "summary" }
    if (typeof value === "string" && isRecentId(value)) {
      if (!made.includes(value)) made.push(value)
      return { is: "new", at: made.indexOf(value) }
    }
    if (typeof value === "string" && isRecent(Date.parse(value))) return { is: "now" }
    return { is: "literal", value }
  }
  return { begin: begin.text, statements: rest.map(({ text, values }) => ({ text, slots: values.map(slotOf) })) }
}

/** Ids are UUIDv7: the first 48 bits say when one was made. */
const isRecentId = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(value) && isRecent(Number.parseInt(value.slice(0, 8) + value.slice(9, 13), 16))

const isRecent = (at: number): boolean => Math.abs(Date.now() - at) < 5_000
