import { useNavigate } from "@tanstack/react-router"
import { useCallback, useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { CommandSearch } from "#ui/CommandPalette.lazy"
import { useCommands } from "#ui/commands"
import { useKeys } from "#ui/keys"
import { useFinders, usePlaces } from "./areas.tsx"

/** Going places: from the palette and by keys. */
export const useShellCommands = (slug: string): void => {
  const { t } = useTranslation("shell")
  const navigate = useNavigate()
  const places = usePlaces()
  const shape = places.map((place) => place.path).join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the places
  const commands = useMemo(
    () =>
      places.map((place) => ({
        id: `go ${place.path}`,
        label: t(place.label),
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

/** Asks every area that can find something; one that fails does not hide what the others found. */
export const useShellSearch = (): CommandSearch => {
  const finders = useFinders()
  const count = finders.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the areas never change while the page is open
  return useCallback(
    async (query, signal) => {
      const answers = await Promise.allSettled(finders.map((find) => find(query, signal)))
      return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []))
    },
    [count],
  )
}
