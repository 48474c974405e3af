import { type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core"
import { useTranslation } from "react-i18next"

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
      <Menu.Label>{t("look.theme")}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(theme) => setColorScheme(theme as MantineColorScheme)}>
        {themes.map((theme) => (
          <Menu.RadioItem key={theme} value={theme}>
            {t(`look.${theme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t("look.language")}</Menu.Label>
      <Menu.RadioGroup value={i18n.language} onChange={onLanguage}>
        {Object.entries(languages).map(([code, name]) => (
          <Menu.RadioItem key={code} value={code} lang={code}>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
