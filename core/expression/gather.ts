import type { Explanation } from "./explanation.ts"
import { and, bothOf, or, type Truth } from "./logic.ts"
import type { Loop } from "./node.ts"
import { isUnknown, type Known, type Unknown, type Value } from "./types.ts"

/** Elements that an explanation shows. */
const mostShown = 5

type Gathered = Readonly<{
  take(body: Explanation): void
  /** The value of the loop, and of its elements those that decided it. */
  end(): Readonly<{ value: Value; parts: readonly Explanation[] }>
}>

/** Puts together what a loop finds, element by element, keeping no more than it will show. */
export const gather = (loop: Loop, elements: readonly Known[]): Gathered => {
  let truth: Truth = loop === "all"
  const kept: Known[] = []
  const gaps: Unknown[] = []
  const shown = { true: [] as Explanation[], false: [] as Explanation[], unknown: [] as Explanation[] }
  return {
    take: (body) => {
      const { value, element = 0 } = body
      const which = isUnknown(value) ? shown.unknown : value === true ? shown.true : shown.false
      if (which.length < mostShown) which.push(body)
      if (isUnknown(value) && gaps.length < mostShown) gaps.push(value)
      if (loop === "all") truth = and(truth, value as Truth)
      if (loop === "exists") truth = or(truth, value as Truth)
      if (loop === "map" && !isUnknown(value)) kept.push(value)
      if (loop === "filter" && value === true) kept.push(elements[element] as Known)
    },
    end: () => {
      if (loop === "map" || loop === "filter")
        return gaps.length > 0
          ? { value: bothOf(gaps), parts: shown.unknown }
          : { value: kept, parts: loop === "filter" ? shown.true : [] }
      if (typeof truth !== "boolean") return { value: truth, parts: shown.unknown }
      return { value: truth, parts: (loop === "exists") === truth ? shown[`${truth}`] : [] }
    },
  }
}
