import type { FastifyReply, FastifyRequest } from "fastify"
import pg from "pg"
import { Problem, tooBusy } from "./problem.ts"

/** Answers every thrown thing: a Problem as it is, a known fault of the request, a lost database as 503, a bug as 500 (logged once). */
export const answerFault = (fault: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = fault instanceof Problem ? fault : (asRequestFault(fault) ?? asLostDatabase(fault))
  if (problem) return send(reply, request, problem)
  request.log.error({ err: fault, requestId: request.id, route: request.routeOptions.url }, "fault")
  return send(reply, request, new Problem(500, "fault", "Something went wrong on our side. It has been logged under this request id."))
}

const send = (reply: FastifyReply, request: FastifyRequest, { body, headers }: Problem): FastifyReply =>
  reply
    .status(body.status)
    .headers(headers)
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer(JSON.stringify)
    .send({ ...body, requestId: request.id })

/** Fastify's own complaints about a request carry a status below 500. */
const asRequestFault = (fault: unknown): Problem | undefined => {
  if (!(fault instanceof Error) || !("statusCode" in fault) || typeof fault.statusCode !== "number" || fault.statusCode >= 500) return undefined
  const code = "code" in fault && fault.code === "FST_ERR_CTP_INVALID_JSON_BODY" ? "invalid-json" : "bad-request"
  return new Problem(fault.statusCode, code, fault.message)
}

/** PostgreSQL classes 08 (connection), 53 (resources), 57P (shut down), and what the driver says when the line breaks. */
const asLostDatabase = (fault: unknown): Problem | undefined => {
  const code = fault instanceof Error && "code" in fault ? String(fault.code) : ""
  const lost =
    (fault instanceof pg.DatabaseError && /^(08|53|57P)/.test(code)) ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT"].includes(code) ||
    (fault instanceof Error && /connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(fault.message))
  return lost ? tooBusy() : undefined
}
