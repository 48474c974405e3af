import { z } from "zod"
import { type Endpoint, fieldKinds, stored } from "#core/endpoint"
import { addressOf } from "./route.ts"
import { statusOf } from "./run-action.ts"

const schemaOf = (schema: z.ZodType, io: "input" | "output") =>
  z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" })

const json = (schema: unknown) => ({ "application/json": { schema } })

const parameters = (endpoint: Endpoint) => {
  const workspace =
    endpoint.scope === "workspace"
      ? [
          {
            name: "workspace",
            in: "path",
            required: true,
            schema: { type: "string" },
            description: "The workspace's short name, as in its address.",
          },
        ]
      : []
  const part = (shape: z.ZodObject, where: "path" | "query") => {
    const { properties = {}, required = [] } = schemaOf(shape, "input") as {
      properties?: Record<string, unknown>
      required?: string[]
    }
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: where,
      required: where === "path" || required.includes(name),
      schema,
    }))
  }
  const ifMatch = endpoint.edits
    ? [
        {
          name: "If-Match",
          in: "header",
          required: true,
          schema: { type: "string" },
          description: "The version that was read.",
        },
      ]
    : []
  return [...workspace, ...part(endpoint.params, "path"), ...part(endpoint.query, "query"), ...ifMatch]
}

const operation = (endpoint: Endpoint) => ({
  summary: endpoint.summary,
  tags: [endpoint.path.split("/")[1] ?? ""],
  parameters: parameters(endpoint),
  ...(endpoint.uploads
    ? {
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
            },
          },
        },
      }
    : endpoint.method === "GET" || Object.keys(endpoint.input.shape).length === 0
      ? {}
      : { requestBody: { required: true, content: json(schemaOf(endpoint.input, "input")) } }),
  responses: {
    [statusOf(endpoint)]: {
      description: "Done",
      content:
        endpoint.downloads === undefined
          ? json(schemaOf(endpoint.output, "output"))
          : { [endpoint.downloads === stored ? "*/*" : endpoint.downloads]: { schema: { type: "string" } } },
    },
    ...refusals(endpoint),
    default: {
      description: "A problem (RFC 9457).",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
})

const refusals = (endpoint: Endpoint) => {
  const byStatus = Map.groupBy(Object.entries(endpoint.refusals), ([, { status }]) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, listed]) => [
      String(status),
      {
        description: listed.map(([code, { title }]) => `\`${code}\`: ${title}`).join("\n\n"),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  )
}

const problem = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable; program against this." },
    detail: { type: "object" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          field: { type: "string" },
          kind: { type: "string", enum: fieldKinds },
          limit: { type: "number" },
          expected: { type: "string" },
          message: { type: "string" },
        },
      },
    },
    requestId: { type: "string" },
  },
}

/** The OpenAPI 3.1 description of every endpoint, from the contracts themselves. */
export const openApiOf = (endpoints: readonly Endpoint[]) => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const address = addressOf(endpoint).replaceAll(/:(\w+)/g, "{$1}")
    paths[address] = { ...paths[address], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Keelson",
      version: "1",
      description: "Sign in for a session cookie, then call these addresses. Problems are RFC 9457 documents.",
    },
    paths,
    components: { schemas: { Problem: problem } },
  }
}
