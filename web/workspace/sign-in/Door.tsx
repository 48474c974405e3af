import { ActionIcon, Menu, Title } from "@mantine/core"
import { IconLanguage } from "@tabler/icons-react"
import { type ReactNode, useEffect } from "react"
import { useTranslation } from "react-i18next"
import { chooseLanguage, languages } from "#client/i18n"
import { LookItems } from "#ui/LookItems"
import classes from "./Door.module.css"

/** The frame of every page before the sign-in. */
export const Door = ({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation("sign-in")
  useEffect(() => {
    document.title = `${title} - Keelson`
  }, [title])
  return (
    <main className={classes.door}>
      <div className={classes.card}>
        <img src="/icon.svg" alt="Keelson" width={36} height={36} className={classes.mark} />
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {text ? <p className={classes.text}>{text}</p> : null}
        {children}
      </div>
      <Menu position="top">
        <Menu.Target>
          <ActionIcon size="lg" className={classes.look} aria-label={t("look")}>
            <IconLanguage size={18} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LookItems languages={languages} onLanguage={chooseLanguage} />
        </Menu.Dropdown>
      </Menu>
    </main>
  )
}
