import fastify from "fastify"
import { expect, test } from "vitest"
import { z } from "zod"
import { outputSchema, serializerOf } from "./output-schema.ts"

const output = z.object({
  items: z.array(
    z.object({
      name: z.string().nullable(),
      kind: z.enum(["one", "two"]).nullable(),
      at: z.iso.datetime().nullable(),
      count: z.number().nullable(),
      owner: z.object({ id: z.string(), since: z.string().nullable() }).nullable(),
      ability: z.union([z.literal(true), z.string()]),
    }),
  ),
})
const whole = {
  name: "a",
  kind: "one",
  at: "2026-11-23T04:00:00.000Z",
  count: 1.5,
  owner: { id: "x", since: null },
  ability: true,
}
const empty = { name: null, kind: null, at: null, count: null, owner: null, ability: "not-yours" }

test("what may be null arrives as it is, and what the contract does not name stays back", async () => {
  const app = fastify()
  const items = [{ ...whole, secret: 1, owner: { ...whole.owner, secret: 1 } }, empty]
  const options = { schema: { response: { 200: {} } }, serializerCompiler: () => serializerOf({ output }) }
  app.get("/", options, async () => ({ items }))
  expect((await app.inject("/")).json()).toEqual({ items: [whole, empty] })
  expect(JSON.stringify(outputSchema({ output }))).not.toContain('{"type":"null"}')
})
