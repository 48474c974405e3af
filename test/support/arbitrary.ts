import fc from "fast-check"
import { z } from "zod"

type Schema = Readonly<{
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema | boolean
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minItems?: number
  maxItems?: number
}>

/** Fields whose rule a schema cannot say. */
const known: Readonly<Record<string, readonly unknown[]>> = {
  timeZone: ["Europe/Berlin", "UTC"],
  currency: ["EUR", "JPY"],
  country: ["DE", "US"],
  domains: [["one.example"], []],
  email: ["someone@example.com"],
  website: ["https://example.com"],
  url: ["https://example.com/proof"],
}

const formats: Readonly<Record<string, () => fc.Arbitrary<unknown>>> = {
  uuid: () => fc.uuid({ version: 7 }),
  date: () =>
    fc.integer({ min: 0, max: 800 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
  "date-time": () => fc.integer({ min: 0, max: 500 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString()),
  email: () => fc.constant("someone@example.com"),
  uri: () => fc.constant("https://example.com/proof"),
}

/** Values that fit a schema, made from the schema itself. */
const fitting = (schema: Schema, name = ""): fc.Arbitrary<unknown> => {
  const chosen = known[name]
  if (chosen) return fc.constantFrom(...chosen)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, name)))
  if (schema.type === "object") return fittingObject(schema)
  if (schema.type === "array") {
    const items = typeof schema.items === "object" ? fitting(schema.items) : fc.string()
    return fc.array(items, {
      minLength: schema.minItems ?? 0,
      maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
    })
  }
  if (schema.type === "boolean") return fc.boolean()
  if (schema.type === "integer")
    return fc.integer({ min: schema.minimum ?? -1_000, max: Math.min(schema.maximum ?? 1_000, 2 ** 31 - 1) })
  if (schema.type === "number")
    return fc.double({
      min: schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1_000 : schema.exclusiveMinimum + 0.5),
      max: schema.maximum ?? 1_000,
      noNaN: true,
    })
  if (schema.type === "null") return fc.constant(null)
  const byFormat = schema.format === undefined ? undefined : formats[schema.format]
  if (byFormat) return byFormat()
  if (schema.pattern !== undefined && !/\(\?[=!<]/.test(schema.pattern))
    return fc.stringMatching(new RegExp(schema.pattern))
  return fc
    .string({
      unit: "grapheme",
      minLength: Math.max(1, schema.minLength ?? 1),
      maxLength: Math.min(schema.maxLength ?? 30, 30),
    })
    .map((text) => (text.trim() === "" ? "words" : text))
}

const fittingObject = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, fitting(inner, name)])), {
    requiredKeys: required,
  })

const hostile: readonly unknown[] = [
  null,
  "",
  " ",
  "\u0000",
  "\ud800",
  "' or 1=1 --",
  "<script>alert(1)</script>",
  '=HYPERLINK("http://x")',
  "0000-00-00",
  "-0001-01-01",
  "99999-12-31",
  "2026-02-30",
  "\u202Eabc",
  "😀".repeat(300),
  "x".repeat(100_000),
  -1,
  0,
  1e308,
  2 ** 53,
  1.5,
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: { admin: true } },
  Array(2_000).fill("x"),
]

const jsonSchema = (shape: z.ZodType): Schema =>
  z.toJSONSchema(shape, { target: "draft-2020-12", io: "input", unrepresentable: "any" }) as Schema

/** The least that is valid for a contract's shape: required fields only. */
export const leastFor = (shape: z.ZodType): fc.Arbitrary<Record<string, unknown>> => {
  const { properties = {}, required = [] } = jsonSchema(shape)
  const needed = Object.fromEntries(Object.entries(properties).filter(([name]) => required.includes(name)))
  return fitting({ type: "object", properties: needed, required }) as fc.Arbitrary<Record<string, unknown>>
}

/** Valid input for a contract's shape. */
export const validFor = (shape: z.ZodType): fc.Arbitrary<Record<string, unknown>> =>
  fitting(jsonSchema(shape)) as fc.Arbitrary<Record<string, unknown>>

/** Input with some fields replaced by hostile or boundary values, or with one field too many. */
export const hostileFor = (shape: z.ZodType): fc.Arbitrary<Record<string, unknown>> => {
  const names = Object.keys(jsonSchema(shape).properties ?? {})
  return fc
    .tuple(
      validFor(shape),
      fc.array(fc.tuple(fc.constantFrom(...names, "surplus"), fc.constantFrom(...hostile)), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([valid, changes]) => ({ ...valid, ...Object.fromEntries(changes) }))
}
