import type { Criterion, Dimension } from "#contract/recruitment"

/** A criterion as it is typed: numbers are text until they are sent. */
type Typed = Omit<Criterion, "weight" | "dimension"> & { weight: string; dimension: string }
export type Values = { name: string; region: string; criteria: Typed[] }

export const typedOf = (criteria: readonly Criterion[]): Typed[] =>
  criteria.map((each) => ({ ...each, weight: String(each.weight) }))

/** A new one under a name that none of these has. */
export const another = (among: readonly Typed[]): Typed => {
  const taken = new Set(among.map(({ key }) => key))
  const number = Array.from({ length: among.length + 1 }, (_, at) => at + 1).find((at) => !taken.has(`question-${at}`))
  return {
    ...{ key: `question-${number}`, dimension: "strategic", weight: "10", question: "", isKnockOut: false },
    anchors: ["", "", "", "", ""],
  }
}

export const criterionOf = ({ weight, dimension, ...said }: Typed): Criterion => ({
  ...said,
  dimension: dimension as Dimension,
  weight: Number(weight),
})
