import i18next from "i18next"
import { call } from "#client/call"
import { paths } from "#client/paths"
import { currentSlug } from "#client/workspace"
import { search } from "#contract/portfolio"
import type { CommandSearch } from "#ui/CommandPalette.lazy"

/** The router follows the address, however it changes. */
const go = (path: string) => window.history.pushState({}, "", path)

/** In this order, each kind the nearest first: who looks for a name mostly wants the partnership. */
const kinds = ["partnership", "organization", "contact"] as const
type Kind = (typeof kinds)[number]

/** What the command palette finds by name: partnerships, their companies, and people (who lead to their company). */
export const findByName: CommandSearch = async (text, signal) => {
  const { items } = await call(search, { query: { text }, signal })
  const slug = currentSlug()
  const sorted = kinds.flatMap((kind) => items.filter((each) => each.kind === kind))
  return sorted.map(({ kind, id, name, detail, organizationId }) => ({
    id: `${kind} ${id}`,
    label: name,
    group: i18next.t(`shell:found.${kind as Kind}`),
    ...(detail && detail !== name ? { hint: detail } : {}),
    run: () =>
      go(
        kind === "partnership"
          ? paths.partnership(slug, id)
          : organizationId
            ? paths.organization(slug, organizationId)
            : paths.organizations(slug),
      ),
  }))
}
