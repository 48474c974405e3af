/** The address of a guide in the entrance that an address belongs to: `target` is "tasks" or "tasks#days". */
export const guidePath = (address: string, target = ""): string => {
  const base = address.startsWith("/portal") ? "/portal/-/help" : `${/^\/w\/[^/]+/.exec(address)?.[0] ?? ""}/help`
  return target === "" ? base : `${base}/${target}`
}
