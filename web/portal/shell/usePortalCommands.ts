import { useQueries } from "@tanstack/react-query"
import { useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { queries } from "#client/queries"
import { readBeside } from "#client/readBeside"
import type { MyWorkspace } from "#client/session"
import { useVendors } from "#client/useVendors"
import { listOccurrences } from "#contract/commitments"
import { listOwnPartnerships } from "#contract/portfolio"
import { portalHelpPath } from "#portal/help"
import { portalHomePath } from "#portal/home"
import { portalInboxPath } from "#portal/inbox"
import { portalPartnershipPath } from "#portal/partnership"
import { portalPromisesPath, portalPromisesSearch } from "#portal/promises"
import { vendorPath } from "#portal/vendor"
import type { CommandSearch } from "#ui/CommandPalette.lazy"
import { type Command, useCommands } from "#ui/commands"
import { useKeys } from "#ui/keys"
import { useFormat } from "#ui/text"

/** Going places from the palette and by keys: home, the promises, every vendor with its partnerships and news. */
export const usePortalCommands = (): void => {
  const { t } = useTranslation(["portal", "shell"])
  const navigate = useNavigate()
  const vendors = useVendors()
  const own = useQueries({
    // What is there is offered; nothing is asked for the palette alone.
    queries: vendors.map(({ slug }) => ({
      ...readBeside(listOwnPartnerships, vendors.length, { workspace: slug }),
      enabled: false,
    })),
  })
  const known = own.map(({ data }) => data?.items ?? [])
  const shape = JSON.stringify([vendors, known.map((items) => items.map(({ id, name }) => [id, name]))])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the vendors and what is known of them
  const commands = useMemo((): readonly Command[] => {
    const to = (path: string) => () => void navigate({ to: path })
    return [
      { id: "go home", label: t("home"), group: t("shell:go"), keys: "g h", run: to(portalHomePath()) },
      { id: "go promises", label: t("promises"), group: t("shell:go"), keys: "g p", run: to(portalPromisesPath()) },
      { id: "go help", label: t("shell:help"), group: t("shell:go"), run: to(portalHelpPath()) },
      ...vendors.map(({ slug, name }, at) => ({
        ...{ id: `vendor ${slug}`, label: name, group: t("find.vendors"), run: to(vendorPath(slug)) },
        ...(at < 9 ? { keys: `g ${at + 1}` } : {}),
      })),
      ...vendors.flatMap(({ slug, name: vendor }, at) =>
        (known[at] ?? []).map(({ id, name }) => ({
          ...{ id: `partnership ${id}`, label: name, hint: vendor, group: t("find.partnerships") },
          run: to(portalPartnershipPath(slug, id)),
        })),
      ),
      ...vendors.map(({ slug, name }) => ({
        ...{ id: `news ${slug}`, label: t("find.news", { name }), group: t("shell:go") },
        run: to(portalInboxPath(slug)),
      })),
    ]
  }, [shape, t, navigate])
  useCommands(commands)
  useKeys(
    "go",
    t("shell:go"),
    commands.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run }] : [])),
  )
}

const perVendor = 5

/** Open promises whose words fit, of every vendor, and what can be done about them at once. */
export const usePortalSearch = (): CommandSearch => {
  const { t } = useTranslation("portal")
  const navigate = useNavigate()
  const format = useFormat()
  const vendors = useVendors()
  const shape = vendors.map(({ slug }) => slug).join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the vendors, `t` for the language
  return useCallback(
    async (text) => {
      const answers = await Promise.allSettled(vendors.map((vendor) => promisesLike(vendor, vendors.length, text)))
      const missing = vendors.filter((_, at) => answers[at]?.status === "rejected").map(({ name }) => name)
      const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []))
      const entries = found.flatMap(({ vendor, id, title, dueOn, abilities }) => {
        const hint = t("find.due", { name: vendor.name, date: format.day(dueOn) })
        const search = portalPromisesSearch({ vendor: vendor.slug, text: title.slice(0, 100), from: dueOn, to: dueOn })
        const open = (more: object) => () =>
          void navigate({ to: portalPromisesPath(), search: { ...search, ...more } as never })
        const entry = { id: `promise ${id}`, label: title, hint, group: t("find.promises"), run: open({}) }
        if (abilities.report !== true) return [entry]
        const act = { hint, group: t("find.acts"), run: open({ report: id }) }
        return [entry, { ...act, id: `report ${id}`, label: t("find.report", { title }) }]
      })
      const gap = {
        id: "not whole",
        label: t("find.notWhole", { names: missing }),
        group: "",
        run: () => {},
      }
      return missing.length > 0 ? [gap, ...entries] : entries
    },
    [shape, t, navigate],
  )
}

const promisesLike = async (vendor: MyWorkspace, lanes: number, text: string) => {
  const query = { text: text.slice(0, 100), pending: "true", limit: perVendor } as const
  const { items } = await queries.fetchQuery(readBeside(listOccurrences, lanes, { workspace: vendor.slug, query }))
  return items.map((item) => ({ ...item, vendor }))
}
