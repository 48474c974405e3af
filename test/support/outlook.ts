import { z } from "zod"
import type { Endpoint } from "#core/endpoint"
import { modules } from "#modules-list"
import { encodeCursor } from "#platform/cursor"
import { idPlaces } from "./id-places.ts"
import type { Caller } from "./keelson.ts"
import { nameOf } from "./matrix.ts"
import { leastInput } from "./requests.ts"

/** Everything somebody is told, by what they asked: two outlooks are compared to see whether something made a difference. */
export type Outlook = ReadonlyMap<string, string>

type Asked = Readonly<Record<string, unknown>>
type Property = Readonly<{ enum?: unknown[]; type?: string; anyOf?: Property[] }>

/** Values of a closed list that a filter or an order takes. */
const choicesOf = ({ enum: listed, type, anyOf }: Property): readonly unknown[] =>
  listed ?? (type === "boolean" ? [true, false] : (anyOf?.flatMap(choicesOf) ?? []))

/** Every way to ask one read: each filter and order by itself, by each of these words, and from a position at each of these rows. */
const waysToAsk = (
  endpoint: Endpoint,
  ids: Readonly<Record<string, string>>,
  { words, rows, at }: Readonly<{ words: readonly string[]; rows: readonly string[]; at: string }>,
): readonly Asked[] => {
  const { properties = {} } = z.toJSONSchema(endpoint.query, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Property>
  }
  const fields = Object.entries(properties)
  const isText = ([name]: (typeof fields)[number]) => ["text", "search", "query", "q"].includes(name)
  const position = (row: string) => [encodeCursor([row, row]), encodeCursor([at, row])]
  const named = [ids["partnership"] ?? "", ids["organization"] ?? "", ...rows]
  return [
    {},
    ...fields.flatMap(([name, property]) => choicesOf(property).map((value) => ({ [name]: value }))),
    ...idPlaces(endpoint).flatMap(({ field, holding }) => named.map((id) => ({ [field]: holding(id) }))),
    ...fields.filter(isText).flatMap(([name]) => words.map((word) => ({ [name]: word }))),
    ...("limit" in properties ? [{ limit: 1 }, { limit: 200 }] : []),
    ...("after" in properties ? rows.flatMap(position).map((after) => ({ after })) : []),
  ]
}

const most = 40

/** A read to its last page, as its text: what is made anew for each answer left out. */
const readAll = async (caller: Caller, endpoint: Endpoint, input: Asked): Promise<string> => {
  const said: string[] = []
  for (let after: unknown = input["after"], page = 0; page < most; page++) {
    const { status, body } = await caller.call(endpoint, { ...input, after } as never)
    said.push(`${status} ${typeof body === "string" ? body : JSON.stringify(body)}`.replaceAll(perAnswer, ""))
    after = (body as { next?: unknown } | null)?.next
    if (typeof after !== "string") break
  }
  return said.join("\n")
}

const perAnswer = /"requestId":"[^"]*",?/g

export const outlookOf = async (
  caller: Caller,
  ids: Readonly<Record<string, string>>,
  about: Parameters<typeof waysToAsk>[2],
): Promise<Outlook> => {
  const told = new Map<string, string>()
  for (const { endpoint } of modules.flatMap(({ actions }) => actions)) {
    if (endpoint.method !== "GET" || !["workspace", "person"].includes(endpoint.scope)) continue
    for (const asked of waysToAsk(endpoint, ids, about)) {
      const input = { ...leastInput(endpoint, ids), ...asked }
      told.set(`${nameOf(endpoint)} ${JSON.stringify(asked)}`, await readAll(caller, endpoint, input))
    }
  }
  return told
}

/** What was asked, where the second outlook is another: in any letter, or `but` for what it takes away. */
export const differencesOf = (one: Outlook, other: Outlook, but = (said: string): string => said): readonly string[] =>
  [...one].filter(([asked, said]) => but(other.get(asked) ?? "") !== but(said)).map(([asked]) => asked)

/** Without ids and positions: what comes by the clock is made anew each time. */
export const withoutIds = (said: string): string =>
  said
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "id")
    .replaceAll(/"next":"[^"]*"/g, '"next":"there"')
