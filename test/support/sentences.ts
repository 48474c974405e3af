import type { z } from "zod"

type Definition = Readonly<{
  error?: (issue: never) => unknown
  checks?: readonly { _zod: { def: Definition } }[]
  shape?: Readonly<Record<string, z.core.$ZodType>>
  options?: readonly z.core.$ZodType[]
}> &
  Readonly<Record<string, unknown>>

const inner = ["innerType", "element", "valueType", "keyType", "in", "out", "left", "right"] as const

/** The sentences of its own with which a schema says what it expects. */
export const sentencesOf = (schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): string[] => {
  if (seen.has(schema)) return []
  seen.add(schema)
  const definition = schema._zod.def as unknown as Definition
  const parts = [
    ...inner.flatMap((name) => (definition[name] === undefined ? [] : [definition[name] as z.core.$ZodType])),
    ...Object.values(definition.shape ?? {}),
    ...(definition.options ?? []).filter((each) => typeof each === "object"),
  ]
  const own = [definition, ...(definition.checks ?? []).map((check) => check._zod.def)].flatMap(sentenceOf)
  return [...own, ...parts.flatMap((part) => sentencesOf(part, seen))]
}

const sentenceOf = ({ error }: Definition): string[] => {
  const said = error?.({} as never)
  return typeof said === "string" ? [said] : []
}
