import fastJson from "fast-json-stringify"
import { z } from "zod"
import type { Endpoint } from "#core/endpoint"

/**
 * Writes what an endpoint sends. Built at its first answer: building those of all endpoints takes a second of processor time, which
 * every start and every upgrade would wait for.
 */
export const serializerOf = (endpoint: Pick<Endpoint, "output">): ((body: unknown) => string) => {
  let built: ((body: unknown) => string) | undefined
  return (body) => {
    built ??= fastJson(outputSchema(endpoint) as Parameters<typeof fastJson>[0])
    return built(body)
  }
}

/** JSON Schema of what an endpoint sends; everything it does not name is left out of the answer. */
export const outputSchema = ({ output }: Pick<Endpoint, "output">): unknown =>
  withNullable(z.toJSONSchema(output, { target: "draft-7", io: "output", unrepresentable: "any" }))

/**
 * "This or null" as `nullable` instead of `anyOf`: for an `anyOf` the serializer validates every value at every answer, which
 * makes a page of fifty rows three times as dear.
 */
const withNullable = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withNullable)
  if (typeof schema !== "object" || schema === null) return schema
  const { anyOf, ...rest } = schema as { anyOf?: readonly { type?: string }[] }
  const [some, none] = anyOf ?? []
  if (anyOf?.length === 2 && typeof some?.type === "string" && none?.type === "null")
    return { ...rest, ...(withNullable(some) as object), nullable: true }
  return Object.fromEntries(Object.entries(schema).map(([name, inner]) => [name, withNullable(inner)]))
}
