/** An address for a link of the router, which takes what stands behind its "?" apart from the rest: in one piece it would be part of the path. */
export const linkTo = (address: string) => {
  const [to = "", query] = address.split("?", 2)
  return { to, search: Object.fromEntries(new URLSearchParams(query)) as never }
}
