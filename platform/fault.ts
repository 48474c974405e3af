import type { Socket } from "node:net"
import type { FastifyReply, FastifyRequest } from "fastify"
import pg from "pg"
import { asUnwritable } from "./disk-full.ts"
import { newId } from "./ids.ts"
import { Problem, tooBusy } from "./problem.ts"

/** Answers every thrown thing: a Problem as it is, a known fault of the request, a lost database as 503, a bug as 500 (logged once). */
export const answerFault = (fault: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem =
    fault instanceof Problem ? fault : (asRequestFault(fault) ?? asUnwritable(fault) ?? asLostDatabase(fault))
  // Of what is not the caller's doing and not ours either: those who run it want to know.
  if (problem?.cause !== undefined) request.log.warn({ err: problem.cause, requestId: request.id }, problem.body.code)
  if (problem) return send(reply, request, problem)
  request.log.error({ err: fault, requestId: request.id, route: request.routeOptions.url }, "fault")
  return send(
    reply,
    request,
    new Problem(500, "fault", "Something went wrong on our side. It has been logged under this request id."),
  )
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
  if (
    !(fault instanceof Error) ||
    !("statusCode" in fault) ||
    typeof fault.statusCode !== "number" ||
    fault.statusCode >= 500
  )
    return undefined
  const code = "code" in fault && fault.code === "FST_ERR_CTP_INVALID_JSON_BODY" ? "invalid-json" : "bad-request"
  return new Problem(fault.statusCode, code, fault.message)
}

/** The database is not there, is starting or stopping, or took too long; libraries wrap that in errors of their own. */
const asLostDatabase = (fault: unknown): Problem | undefined => {
  for (let cause = fault; cause instanceof Error; cause = cause.cause) if (isLostDatabase(cause)) return tooBusy()
  return undefined
}

/** PostgreSQL classes 08 (connection), 53 (resources), 57P (shut down), 57014 (too slow), and what the line itself says. */
const isLostDatabase = (fault: Error & { code?: unknown }): boolean =>
  fault instanceof pg.DatabaseError
    ? /^(08|53|57P|57014)/.test(fault.code ?? "")
    : lines.has(String(fault.code)) || driver.test(fault.message)

const lines = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
])
const driver =
  /connection terminated|timeout exceeded when trying to connect|timeout expired|client has encountered a connection error|client was closed/i

/** What cannot be read as HTTP at all (headers too long, a broken request line) gets a problem document too. */
export const answerUnreadable = (fault: Error & { code?: string }, socket: Socket): void => {
  if (fault.code === "ECONNRESET" || socket.destroyed) return
  const status = fault.code === "HPE_HEADER_OVERFLOW" ? 431 : 400
  const title = status === 431 ? "The address or the headers are too long." : "This is not a request that can be read."
  const { body } = new Problem(status, "unreadable-request", title)
  const text = JSON.stringify({ ...body, requestId: newId() })
  socket.end(
    `HTTP/1.1 ${status} Unreadable\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}
