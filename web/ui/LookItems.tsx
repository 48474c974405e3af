import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { MenuChoice, MenuLabel } from "./Menu.tsx"

const themes = ["auto", "light", "dark"] as const

type LookItemsProps = {
  /** Code and own name of each language. */
  languages: Readonly<Record<string, string>>
  onLanguage: (code: string) => void
}

/** Language and theme, as items of a menu; both are remembered in this browser. */
export const LookItems = ({ languages, onLanguage }: LookItemsProps) => {
  const { t, i18n } = useTranslation("ui")
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <MenuLabel>{t("look.theme")}</MenuLabel>
      <MenuChoice
        value={colorScheme}
        onChange={(theme) => setColorScheme(theme as MantineColorScheme)}
        choices={themes.map((value) => ({ value, label: t(`look.${value}`) }))}
      />
      <MenuLabel>{t("look.language")}</MenuLabel>
      <MenuChoice
        value={i18n.language}
        onChange={onLanguage}
        choices={Object.entries(languages).map(([value, label]) => ({ value, label, lang: value }))}
      />
    </>
  )
}
