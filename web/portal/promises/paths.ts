import { paths } from "#client/paths"
import { type RegisterView, readView } from "./view.ts"

/** The register of promises over all vendors. No workspace is called "-": its place is beside theirs. */
export const portalPromisesPath = (): string => `${paths.portal()}/-/promises`

/** What narrows it, for an address that leads to a part of it. */
export const portalPromisesSearch = (view: Partial<RegisterView>): RegisterView => readView(view)

/** One promise of one vendor; `due` chooses one of its due days. */
export const portalPromisePath = (slug: string, commitment: string, due?: string): string =>
  `${paths.portalHome(slug)}/promises/${encodeURIComponent(commitment)}${due === undefined ? "" : `?due=${due}`}`
