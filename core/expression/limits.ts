/** What an expression may cost. No loop but one over a list, none inside another: what is over it is refused or stopped. */
export const limits = {
  /** Signs of the text. */
  source: 2_000,
  /** Names, values and operations. */
  nodes: 200,
  depth: 24,
  /** Elements written out in the text. */
  listed: 100,
  /** Elements of a list that is given. */
  elements: 1_000,
  /** Signs of a text that is given. */
  text: 10_000,
  /** Operations done for one answer: more than a checked expression can need, and proof against a mistake of ours. */
  steps: 300_000,
} as const

/** How the language is spoken: stored beside the text of an expression, which is checked again when this has changed. */
export const languageVersion = 1
