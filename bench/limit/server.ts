import { readFileSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import pg from "pg"
import { v7 as uuid } from "uuid"
import type { Recipe, Slot } from "./recipe.ts"

// The ceiling of this stack: node:http and pg doing the product's SQL, and nothing else. No session, no validation, no views.
const recipes = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Record<string, Recipe>
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: "-c role=keelson_app -c search_path=public -c citus.propagate_set_commands=local",
  max: 20,
  pipeline: true,
})
const statementNames = new Map<string, string>()

const nameOf = (text: string): string => {
  const known = statementNames.get(text)
  if (known !== undefined) return known
  const name = `l${statementNames.size}`
  statementNames.set(text, name)
  return name
}

type Request = Readonly<{ argument: string; summary: string; now: string; ids: string[] }>

const parameterFor = (slot: Slot, request: Request): unknown => {
  if (slot.is === "literal") return slot.value
  if (slot.is === "argument") return request.argument
  if (slot.is === "summary") return request.summary
  if (slot.is === "now") return request.now
  request.ids[slot.at] ??= uuid()
  return request.ids[slot.at]
}

/** The widest result is the answer. As in the product, a read's answer does not wait for the end of its transaction. */
const carryOut = async ({ begin, statements }: Recipe, request: Request): Promise<unknown[]> => {
  const client = await pool.connect()
  let answer: pg.QueryResult | undefined
  try {
    const begun = client.query(begin)
    begun.catch(() => {})
    for (const { text, slots } of statements) {
      const values = slots.map((slot) => parameterFor(slot, request))
      const result = await client.query({ text, name: nameOf(text), values })
      if (result.fields.length > (answer?.fields.length ?? 0)) answer = result
    }
    await begun
  } catch (fault) {
    client.release(true)
    throw fault
  }
  const committed = client.query("commit").then(
    () => client.release(),
    () => client.release(true),
  )
  if (!begin.startsWith("begin read only")) await committed
  return answer?.rows ?? []
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = ""
  request.setEncoding("utf8")
  for await (const piece of request) text += piece
  return text
}

/** /<recipe>/<argument> */
const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const [, name = "", argument = ""] = (request.url ?? "").split("/")
  const recipe = recipes[name]
  if (!recipe) return void response.writeHead(404).end()
  const summary = request.method === "POST" ? (JSON.parse(await bodyOf(request)) as { summary: string }).summary : ""
  const now = new Date().toISOString()
  const rows = await carryOut(recipe, { argument: decodeURIComponent(argument), summary, now, ids: [] })
  const text = JSON.stringify({ items: rows })
  response.writeHead(request.method === "POST" ? 201 : 200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  })
  response.end(text)
}

const server = createServer((request, response) => {
  serve(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)))
})
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }))
