import fc from "fast-check"
import { expect, test } from "vitest"
import { z } from "zod"
import { modules } from "#modules-list"
import { validFor } from "#test/arbitrary"

/*
 * Whatever a caller can send has an end: each text a length, each list and each record a number of entries. Read from the
 * contracts themselves, so that a field that is added later is held to it too.
 */
type Schema = Readonly<{
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: readonly unknown[]
  const?: unknown
  maxLength?: number
  maxItems?: number
  maxProperties?: number
  items?: Schema | boolean
  prefixItems?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
}>

/** Formats that say how long a text is. */
const bounded = new Set(["uuid", "date", "date-time", "time"])

const endless = (schema: Schema, at: string): readonly string[] => {
  const { properties = {}, additionalProperties, items, maxItems, propertyNames } = schema
  const types = [schema.type].flat()
  const inner = [
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((each) => endless(each, at)),
    ...Object.entries(properties).flatMap(([name, each]) => endless(each, `${at}.${name}`)),
    ...Object.entries(schema.$defs ?? {}).flatMap(([name, each]) => endless(each, `${at}#${name}`)),
  ]
  if (types.includes("array"))
    inner.push(
      ...(maxItems === undefined && schema.prefixItems === undefined ? [`${at}: a list without an end`] : []),
      ...(typeof items === "object" ? endless(items, `${at}[]`) : []),
    )
  if (types.includes("object") && typeof additionalProperties === "object")
    inner.push(
      ...(propertyNames?.enum || schema.maxProperties !== undefined ? [] : [`${at}: a record without an end`]),
      ...endless(additionalProperties, `${at}.*`),
    )
  if (types.includes("string") && !isBounded(schema)) inner.push(`${at}: a text without an end`)
  return inner
}

const isBounded = ({ maxLength, format, pattern, enum: choices, const: only }: Schema): boolean =>
  maxLength !== undefined ||
  choices !== undefined ||
  only !== undefined ||
  bounded.has(format ?? "") ||
  (pattern !== undefined && saysLength(pattern))

/** From the first sign to the last, and nothing in it any number of times; or the length is looked at before the rest. */
const saysLength = (pattern: string): boolean =>
  /^\^\(\?=\.\{\d+,\d+\}\$\)/.test(pattern) ||
  (/^\^.*\$$/.test(pattern) && !/[*+]|\{\d+,\}/.test(pattern.replaceAll(/\[[^\]]*\]|\\./g, "x")))

/** Records say in words of their own how many entries they take: tried with more than any of them. */
const refusesMany = (record: z.ZodRecord): boolean => {
  const shape = z.object({ value: record.valueType as z.ZodType })
  const { value } = fc.sample(validFor(shape), { numRuns: 1, seed: 9 })[0] ?? {}
  const entries = (many: number) =>
    Object.fromEntries(Array.from({ length: many }, (_, index) => [String(index), value]))
  return record.safeParse(entries(1)).success && !record.safeParse(entries(mostEntries + 1)).success
}
const mostEntries = 5_000

const endpoints = modules.flatMap(({ actions }) => actions.map(({ endpoint }) => endpoint))

const schemaOf = (shape: z.ZodObject): Schema =>
  z.toJSONSchema(shape, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // Yes and no, read from a few words.
      if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodBoolean) jsonSchema.maxLength = 10
      if (zodSchema instanceof z.ZodRecord && refusesMany(zodSchema)) jsonSchema.maxProperties = mostEntries
    },
  }) as Schema

test.each(["input", "query", "params"] as const)("every %s has an end", (part) => {
  const found = endpoints.flatMap((endpoint) =>
    endless(schemaOf(endpoint[part]), `${endpoint.method} ${endpoint.path}`),
  )
  expect(found).toEqual([])
})

test.each([
  ["a text", z.object({ it: z.string() })],
  ["a text with a pattern that goes on", z.object({ it: z.string().regex(/^[a-z]+$/) })],
  ["a text with a pattern of a part", z.object({ it: z.string().regex(/[a-z]{2}/) })],
  ["an address", z.object({ it: z.email().optional() })],
  ["a list", z.object({ it: z.array(z.number()) })],
  ["a text in a list", z.object({ it: z.array(z.string()).max(3) })],
  ["a text in a choice", z.object({ it: z.union([z.number(), z.string()]) })],
  ["a record", z.object({ it: z.record(z.string().max(40), z.number()) })],
])("%s without an end is found", (_what, shape) => {
  expect(endless(schemaOf(shape), "it")).toHaveLength(1)
})
