import fc from "fast-check"
import { z } from "zod"
import type { Endpoint } from "#core/endpoint"
import { newId } from "#platform/ids"
import { leastFor } from "./arbitrary.ts"

type Schema = Readonly<{
  format?: string
  type?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}>

/** One place of a request that names a row: what the field holds when it names this one. */
export type IdPlace = Readonly<{ field: string; where: string; holding(id: string): unknown }>

/** Stands where an id stands, until it is known which. */
const mark = newId()

/** Every way to fill a shape so that one id in it is ours; the rest of it is the least that is valid. */
const fillings = (schema: Schema, shape: z.ZodType | undefined, where: string): { where: string; value: unknown }[] => {
  if (schema.format === "uuid") return [{ where, value: mark }]
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((choice) => fillings(choice, undefined, where))
  if (schema.items)
    return fillings(schema.items, undefined, `${where}[]`).map((one) => ({ ...one, value: [one.value] }))
  if (!schema.properties) return []
  const least = shape ? fc.sample(leastFor(shape), { seed: 7, numRuns: 1 })[0] : leastOf(schema)
  return Object.entries(schema.properties).flatMap(([name, inner]) =>
    fillings(inner, undefined, where === "" ? name : `${where}.${name}`).map((one) => ({
      ...one,
      value: { ...least, [name]: one.value },
    })),
  )
}

const leastOf = (schema: Schema): Record<string, unknown> =>
  fc.sample(leastFor(z.fromJSONSchema(schema as never)), { seed: 7, numRuns: 1 })[0] ?? {}

/** Each place in the query and the body of an endpoint that an id can be given in, however deep. */
export const idPlaces = ({ query, input }: Endpoint): readonly IdPlace[] =>
  [query, input].flatMap((shape) => {
    const { properties = {} } = z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as Schema
    return Object.entries(properties).flatMap(([field, schema]) =>
      fillings(schema, undefined, field).map(({ where, value }) => ({
        field,
        where,
        holding: (id: string) => JSON.parse(JSON.stringify(value).replaceAll(mark, id)),
      })),
    )
  })
