import type { FastifyInstance } from "fastify"
import type { Endpoint } from "#core/endpoint"
import type { Action } from "./action.ts"
import { openApiOf } from "./openapi.ts"
import { addressOf } from "./route.ts"

/** The API described: /api/openapi.json for programs, /api/reference for people. */
export const serveDocs = (app: FastifyInstance, actions: readonly Action[]): void => {
  const endpoints = actions.map(({ endpoint }) => endpoint)
  // Described when somebody first asks: a start does not wait for it.
  let description: ReturnType<typeof openApiOf> | undefined
  let page: string | undefined
  app.get("/api/openapi.json", async () => {
    description ??= openApiOf(endpoints)
    return description
  })
  app.get("/api/reference", async (_request, reply) => {
    page ??= referencePage(endpoints)
    return reply.type("text/html; charset=utf-8").send(page)
  })
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const entry = (endpoint: Endpoint): string => `<section id="${escaped(endpoint.method + endpoint.path)}">
<h3><code>${endpoint.method} ${escaped(addressOf(endpoint))}</code></h3><p>${escaped(endpoint.summary)}</p>
${table("Path and query", [...Object.entries(endpoint.params.shape), ...Object.entries(endpoint.query.shape)])}
${table("Body", Object.entries(endpoint.input.shape))}
${list(
  "May refuse with",
  Object.entries(endpoint.refusals).map(
    ([code, { status, title }]) => `<code>${status} ${escaped(code)}</code> ${escaped(title)}`,
  ),
)}
</section>`

const table = (title: string, fields: [string, unknown][]): string =>
  list(
    title,
    fields.map(([name, shape]) => `<code>${escaped(name)}</code> ${escaped(kindOf(shape))}`),
  )

const list = (title: string, rows: string[]): string =>
  rows.length === 0 ? "" : `<h4>${title}</h4><ul>${rows.map((row) => `<li>${row}</li>`).join("")}</ul>`

const kindOf = (shape: unknown): string => {
  const { type, innerType, entries } = (
    shape as { def: { type: string; innerType?: unknown; entries?: Record<string, string> } }
  ).def
  if (type === "optional" || type === "default" || type === "nullable") return `${kindOf(innerType)} (${type})`
  return entries ? `one of ${Object.values(entries).join(", ")}` : type
}

const referencePage = (endpoints: readonly Endpoint[]): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Keelson API</title><style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
section{border-top:1px solid #8884;padding:.5rem 0}h3{margin:.5rem 0}h4{margin:.5rem 0 .2rem}code{overflow-wrap:anywhere}</style>
<main><h1>Keelson API</h1><p>The same as data: <a href="/api/openapi.json">OpenAPI 3.1</a>. Lists take <code>limit</code>, <code>after</code> (the
<code>next</code> of the page before) and <code>sort</code>. Edits need <code>If-Match</code> with the version you read; acts by <code>POST</code> take an
<code>Idempotency-Key</code>. Every refusal is a problem document (RFC 9457) with a stable <code>code</code>.</p>
${endpoints.map(entry).join("\n")}</main></html>`
