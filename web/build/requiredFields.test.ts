import { expect, test } from "vitest"
import { z } from "zod"
import { plainDateShape, textShape } from "#core/endpoint"
import { requiredFields } from "./requiredFields.ts"

test("what takes nothing of an empty field must be filled in; what takes anything of it need not", () => {
  const shape = z.strictObject({
    ...{ title: textShape(), on: plainDateShape, count: z.number(), names: z.array(z.string()).min(1) },
    ...{ note: textShape().optional(), until: plainDateShape.nullable(), free: z.string(), all: z.array(z.string()) },
    ...{ state: z.enum(["open", "done"]), usual: z.enum(["a", "b"]).default("a") },
  })
  expect(requiredFields(shape)).toEqual(["title", "on", "count", "names", "state"])
})

test("of things in a list, in another thing, and of what several shapes ask for alike", () => {
  const shape = z.strictObject({
    lines: z.array(z.strictObject({ title: textShape(), clause: textShape().optional() })),
    company: z.strictObject({ name: textShape() }).optional(),
    due: z.discriminatedUnion("how", [
      z.strictObject({ how: z.literal("day"), on: plainDateShape }),
      z.strictObject({ how: z.literal("none") }),
    ]),
  })
  expect(requiredFields(shape)).toEqual(["lines.*.title", "company.name", "due", "due.how"])
})
