import type { Say } from "#platform/texts"
import type { Template } from "./template.ts"

/**
 * A template in words: its promises and goals as a language says them. What is taken over from it into an agreement stays in the
 * words in which it was offered, since it is signed.
 */
export const spokenTemplate = ({ type, commitments, objectives, ...more }: Template, say: Say) => {
  const lineOf = (kind: "promise" | "objective", key: string) => {
    const own = `templates:${type}.${kind}.${key}`
    return say(say.exists(own) ? own : `templates:every.${kind}.${key}`)
  }
  /** Money is measured in the partnership's currency, which is named later. */
  const unitOf = (unit: string) => (unit === "money" ? unit : say(`templates:unit.${unit}`))
  return {
    ...more,
    type,
    purpose: say(`templates:${type}.purpose`),
    commitments: commitments.map(({ unit, ...line }) => ({
      ...line,
      title: lineOf("promise", line.key),
      ...(unit === undefined ? {} : { unit: unitOf(unit) }),
    })),
    objectives: objectives.map((goal) => ({ ...goal, title: lineOf("objective", goal.key), unit: unitOf(goal.unit) })),
  }
}

type Spoken = ReturnType<typeof spokenTemplate>
export type SpokenCommitment = Spoken["commitments"][number]
export type SpokenObjective = Spoken["objectives"][number]
