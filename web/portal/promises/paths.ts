import { paths } from "#client/paths"
import { type RegisterView, readView } from "./view.ts"

/** The register of promises over all vendors. No workspace is called "-": its place is beside theirs. */
export const portalPromisesPath = (): string => `${paths.portal()}/-/promises`

/** What narrows it, for an address that leads to a part of it. */
export const portalPromisesSearch = (view: Partial<RegisterView>): RegisterView => readView(view)
