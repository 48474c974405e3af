import { hostOfAddress } from "#core/webAddress"
import type { ImportContext } from "#platform/importable"
import { isSharedHost } from "#rules/organizations"

/** What a cell that should name a company names it by: its name; or the domain of a web address, which is no name. */
export type Named = Readonly<{ name: string; domains: readonly string[] }>

/** Undefined for the address of a host that many share: it names nobody. */
export const namedBy = (text: string): Named | undefined => {
  const host = hostOfAddress(text)
  if (host === undefined) return { name: text, domains: [] }
  return isSharedHost(host) ? undefined : { name: host, domains: [host] }
}

/** Says that a web address stands where a name is meant, and what is made of it. */
export const tellAddress = (
  { remarks }: Pick<ImportContext, "remarks">,
  field: string,
  text: string,
  becomes: string,
): void => {
  if (hostOfAddress(text) !== undefined) remarks.tell("address-as-name", { field, text, becomes })
}
