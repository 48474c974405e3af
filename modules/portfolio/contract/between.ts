import { z } from "zod"

/** Two bounds of what is listed, each of which may be left out. */
export const between = <K extends string, S extends z.ZodType>(key: K, shape: S, what: string) =>
  ({
    [`${key}From`]: shape.optional().describe(`${what}: at least`),
    [`${key}To`]: shape.optional().describe(`${what}: at most`),
  }) as Record<`${K}From` | `${K}To`, z.ZodOptional<S>>

export const rate = z.coerce.number().min(0).max(100)
