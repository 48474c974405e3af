import { wayBack } from "#core/wayBack"

/** One value of the address's search, empty when absent. */
export const fromAddress = (name: string): string => new URLSearchParams(location.search).get(name) ?? ""

/** Where to go after signing in: a path of ours and never another site's. */
export const nextPath = (): string => wayBack(fromAddress("next")) ?? "/"
