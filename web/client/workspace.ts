import { createContext, createElement, type ReactNode, useContext } from "react"

/** The slug of the workspace in the address bar (`/w/acme/...`, `/portal/acme/...`). */
export const currentSlug = (pathname: string = location.pathname): string => {
  const slug = /^\/(?:w|portal)\/([^/]+)/.exec(pathname)?.[1]
  if (slug === undefined) throw new Error(`No workspace in the address ${pathname}`)
  return decodeURIComponent(slug)
}

const Slug = createContext<string | undefined>(undefined)

/** A part of a page that is about a workspace which the address does not name: one vendor of several on one page. */
export const InWorkspace = ({ slug, children }: { slug: string; children: ReactNode }) =>
  createElement(Slug, { value: slug }, children)

/** The workspace that this part of the page is about. */
export const useSlug = (): string => useContext(Slug) ?? currentSlug()

/** What a call from this part of the page has to say of its workspace: nothing where the address does. */
export const useCallTo = (): Readonly<{ workspace?: string }> => {
  const slug = useContext(Slug)
  return slug === undefined ? {} : { workspace: slug }
}
