import { z } from "zod"

/** What somebody leaves who fills nothing in: a form sends one of these for a field without a word. */
const nothings = [undefined, null, "", []]

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success

/**
 * The fields that must be filled in: those that take none of what an empty field may be sent as. Fields of things in a list
 * stand under "*": "commitments.*.title". A form marks them, so that what is marked is what is asked for.
 */
export const requiredFields = (schema: z.ZodType): readonly string[] => below(schema, [])

const below = (schema: unknown, at: readonly string[]): readonly string[] => {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
      ...(nothings.some((nothing) => accepts(field, nothing)) ? [] : [[...at, name].join(".")]),
      ...below(field, [...at, name]),
    ])
  if (schema instanceof z.ZodArray) return below(schema.element, [...at, "*"])
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return below(schema.unwrap(), at)
  if (schema instanceof z.ZodPipe) return below(schema.in, at)
  // Of several shapes: what each of them asks for.
  if (schema instanceof z.ZodUnion) return inAll(schema.options.map((option) => below(option, at)))
  return []
}

const inAll = ([first = [], ...others]: readonly (readonly string[])[]): readonly string[] =>
  first.filter((name) => others.every((names) => names.includes(name)))
