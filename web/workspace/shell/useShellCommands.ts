import { useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { call } from "#client/call"
import { search } from "#contract/portfolio"
import type { CommandSearch } from "#ui/CommandPalette.lazy"
import { useCommands } from "#ui/commands"
import { useKeys } from "#ui/keys"
import { useOpeners, usePlaces } from "./areas.tsx"

/** Going places: from the palette and by keys. */
export const useShellCommands = (slug: string): void => {
  const { t } = useTranslation("shell")
  const navigate = useNavigate()
  const { places } = usePlaces(slug)
  const shape = places.map((place) => place.path).join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the places
  const commands = useMemo(
    () =>
      places.map((place) => ({
        id: `go ${place.path}`,
        label: place.label,
        group: t("go"),
        Icon: place.Icon,
        ...(place.keys ? { keys: place.keys } : {}),
        run: () => void navigate({ to: `/w/${slug}/${place.path}` }),
      })),
    [shape, slug, t, navigate],
  )
  useCommands(commands)
  useKeys(
    "go",
    t("go"),
    commands.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run }] : [])),
  )
}

/** What has this name, with the page that shows it; what no area shows is left out. */
export const useShellSearch = (slug: string): CommandSearch => {
  const { i18n } = useTranslation()
  const navigate = useNavigate()
  const openers = useOpeners()
  const kinds = Object.keys(openers).join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: the areas never change while the page is open
  return useCallback(
    async (text, signal) => {
      const [{ items, isWhole }] = await Promise.all([
        call(search, { query: { text }, signal }),
        i18n.loadNamespaces("found"),
      ])
      const groups = Map.groupBy(items, ({ kind }) => kind)
      const entries = [...groups].flatMap(([kind, found]) => {
        const open = openers[kind]
        if (!open) return []
        const group = i18n.t(kind as never, { ns: "found" as never, defaultValue: kind })
        return found.map(({ id, name, detail, ...where }) => ({
          id: `${kind} ${id}`,
          label: name,
          group,
          ...(detail && detail !== name ? { hint: detail } : {}),
          run: () => void navigate({ href: open({ slug, id, ...where }) }),
        }))
      })
      const gap = { id: "not whole", label: i18n.t("notWhole", { ns: "shell" }), group: "", run: () => {} }
      return isWhole ? entries : [gap, ...entries]
    },
    [slug, kinds, i18n.language],
  )
}
