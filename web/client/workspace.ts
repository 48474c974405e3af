/** The slug of the workspace in the address bar (`/w/acme/...`, `/portal/acme/...`); the address is the only place that holds it. */
export const currentSlug = (pathname: string = location.pathname): string => {
  const slug = /^\/(?:w|portal)\/([^/]+)/.exec(pathname)?.[1]
  if (slug === undefined) throw new Error(`No workspace in the address ${pathname}`)
  return decodeURIComponent(slug)
}
