import { isIP } from "node:net"

/** Whose `X-Forwarded-*` is believed: nobody's, that of so many proxies before us, or that of these addresses. */
export type TrustedProxies = false | number | string[]

export const proxiesExpected =
  'how many proxies stand before Keelson (1 for one), their addresses (10.0.0.0/8, 192.0.2.7), loopback, or false; "true" would believe any address that a caller makes up'

const mostHops = 16
/** Names of ranges, as the proxies' own documentation has them. */
const ranges: readonly string[] = ["loopback", "linklocal", "uniquelocal"]

/** Undefined is none of them. */
export const trustedProxies = (text: string): TrustedProxies | undefined => {
  const given = text.trim().toLowerCase()
  if (["false", "no", "off", "0"].includes(given)) return false
  if (/^\d+$/.test(given)) return Number(given) <= mostHops ? Number(given) : undefined
  const places = given.split(",").map((place) => place.trim())
  return places.every(isPlace) ? places : undefined
}

const isPlace = (place: string): boolean => {
  if (ranges.includes(place)) return true
  const [address = "", bits, ...more] = place.split("/")
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  // A range of everything is everybody.
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)
}

/** As the server reads it: by address, or by how many stand between that hop and us (ours is number 0). */
export const believed = (proxies: TrustedProxies): false | string[] | ((address: string, hop: number) => boolean) =>
  typeof proxies === "number" ? (_address, hop) => hop < proxies : proxies
