import { isIP } from "node:net"
import type { FastifyRequest } from "fastify"

/**
 * Where a request comes from: the connection's address, or what the trusted proxies say. Some write the port behind it; what is
 * no address at all would pass every guard that counts by address, so the connection's stands for it.
 */
export const callerAddress = ({ ip, socket }: Pick<FastifyRequest, "ip" | "socket">): string => {
  const address = withoutPort(ip)
  return isIP(address) === 0 ? (socket.remoteAddress ?? ip) : address
}

/** The same, to be written down: undefined where only this machine or a proxy of one's own is known, which says nothing of anybody. */
export const knownAddress = (request: Pick<FastifyRequest, "ip" | "socket">): string | undefined => {
  const address = callerAddress(request)
  return isIP(address) === 0 || isOwn(address) ? undefined : address
}

const isOwn = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./.test(address)

const withoutPort = (text: string): string =>
  /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i.exec(text)?.[1] ?? /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/.exec(text)?.[1] ?? text
