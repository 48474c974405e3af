import { contents } from "virtual:guides"
import { useMantineColorScheme } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AreaCommand } from "#client/areaCommand"
import { chooseLanguage } from "#client/i18n"
import { paths } from "#client/paths"
import type { Session } from "#client/session"
import { useMayGo } from "#client/useMayGo"
import { languages } from "#core/languages"
import { helpGuidePath } from "#paths/help"
import { homePath } from "#paths/home"
import { type Command, useCommands } from "#ui/commands"
import { usePins } from "./usePins.ts"

const found = import.meta.glob<readonly AreaCommand[]>("../*/commands.ts", { eager: true, import: "commands" })
const ofAreas = Object.values(found).flat()
const areas = [...new Set(ofAreas.map(({ area }) => area))]

/** What the palette does besides going to the places of the navigation: go below them, make something, switch. */
const MoreCommands = ({ session, slug }: { session: Session; slug: string }) => {
  useCommands(useAreaCommands(slug))
  useCommands(useSwitches(session, slug))
  useCommands(usePinCommands(slug))
  useCommands(useGuideCommands(slug))
  return null
}

const useAreaCommands = (slug: string): readonly Command[] => {
  const mayGo = useMayGo()
  const offered = ofAreas.filter(({ needs }) => mayGo(needs))
  const { t } = useTranslation(["shell", ...areas])
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: how many are offered stands for which, as a role is offered them
  return useMemo(
    () =>
      offered.map(({ group, label, to }) => ({
        id: `${group} ${to("")}`,
        label: label(),
        group: t(group === "go" ? "shell:go" : "shell:commands.create"),
        run: () => void navigate({ to: to(slug) }),
      })),
    [slug, t, navigate, offered.length],
  )
}

/** The views that one has pinned; a page that several are of is named beside them. */
const usePinCommands = (slug: string): readonly Command[] => {
  const { t } = useTranslation("views")
  const navigate = useNavigate()
  const pins = usePins(slug)
  const shape = JSON.stringify(pins)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the pins
  return useMemo(
    () =>
      pins.map(({ id, name, place, to, search }) => ({
        ...{ id: `pinned ${id}`, label: name, hint: place.label, group: t("pinned.title"), Icon: place.Icon },
        run: () => void navigate({ to, search: search as never }),
      })),
    [shape, t, navigate],
  )
}

/** Every guide by its title. */
const useGuideCommands = (slug: string): readonly Command[] => {
  const { t, i18n } = useTranslation("shell")
  const navigate = useNavigate()
  return useMemo(
    () =>
      contents.map(({ slug: guide, editions }) => ({
        id: `guide ${guide}`,
        label: (editions[i18n.language] ?? editions.en).title,
        group: t("help"),
        run: () => void navigate({ to: helpGuidePath(slug, guide) }),
      })),
    [slug, t, i18n.language, navigate],
  )
}

/** Another workspace or vendor, language or theme. */
const useSwitches = ({ workspaces }: Session, slug: string): readonly Command[] => {
  const { t, i18n } = useTranslation(["shell", "ui"])
  const { setColorScheme } = useMantineColorScheme()
  const navigate = useNavigate()
  return useMemo(() => {
    const group = t("shell:commands.change")
    return [
      ...workspaces
        .filter((each) => each.slug !== slug || each.side === "partner")
        .map(({ name, side, slug: other }) => ({
          ...{ id: `workspace ${side} ${other}`, label: t("shell:commands.changeTo", { name }), group },
          run: () =>
            side === "host" ? void navigate({ to: homePath(other) }) : location.assign(paths.portalHome(other)),
        })),
      ...Object.entries(languages)
        .filter(([code]) => code !== i18n.language)
        .map(([code, label]) => ({ id: `language ${code}`, label, group, run: () => chooseLanguage(code) })),
      ...(["auto", "light", "dark"] as const).map((theme) => ({
        ...{ id: `theme ${theme}`, label: t("shell:commands.theme", { name: t(`ui:look.${theme}`) }), group },
        run: () => setColorScheme(theme),
      })),
    ]
  }, [workspaces, slug, t, i18n.language, navigate, setColorScheme])
}

export default MoreCommands
