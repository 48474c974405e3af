/** The host of a web address: "https://www.Acme.com/about?x=1" and "acme.com" are acme.com. */
export const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#:].*$/, "")
    .replace(/^www\./, "")
    .replace(/\.$/, "")

/** The host, where a text is a web address and no name: it says so by its scheme or its www. "Booking.com" is a name. */
export const hostOfAddress = (text: string): string | undefined => {
  if (!/^(?:https?:\/\/|www\.)[^\s]+$/i.test(text)) return undefined
  const host = hostOf(text)
  return /^[^.]+(?:\.[^.]+)+$/.test(host) ? host : undefined
}
