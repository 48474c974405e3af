import { type Refusal, refuse } from "#core/refusal"
import { hostOf } from "#core/webAddress"

const email = /^[^\s@<>,;"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u
const address = /<([^<>]+)>$|^mailto:(.+)$/i
const hostName = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u

/** An e-mail address, in lower case; "Ada Lovelace <ada@example.com>" is understood. */
export const readEmail = (text: string): string | Refusal<"not-an-email"> => {
  const found = address.exec(text)
  const candidate = (found?.[1] ?? found?.[2] ?? text).trim().toLowerCase()
  return email.test(candidate) ? candidate : refuse("not-an-email")
}

/** The host names in a cell: "https://www.acme.com/about; acme.de" is acme.com and acme.de. */
export const readDomains = (text: string): readonly string[] | Refusal<"not-a-domain"> => {
  const found = new Set<string>()
  for (const part of text.split(/[\s,;|]+/)) {
    if (part === "") continue
    const host = hostOf(part)
    if (host.length > 253 || !hostName.test(host)) return refuse("not-a-domain", { part })
    found.add(host)
  }
  return [...found]
}

/** The entries of a list cell, separated by comma, semicolon, bar or line break. */
export const readList = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;|\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  ),
]

/** A phone number as written; only its characters are checked. */
export const readPhone = (text: string): string | Refusal<"not-a-phone"> =>
  /^[+(]?[\d\s()./+-]{3,30}(?:\s*(?:x|ext\.?|#)\s*\d{1,8})?$/i.test(text) ? text : refuse("not-a-phone")

/** A name must hold a letter or a digit of some script. */
export const readName = (text: string): string | Refusal<"not-a-name"> =>
  /[\p{L}\p{N}]/u.test(text) ? text : refuse("not-a-name")
