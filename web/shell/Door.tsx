import { ActionIcon, Title } from "@mantine/core"
import { IconLanguage } from "@tabler/icons-react"
import { type ReactNode, useEffect } from "react"
import { useTranslation } from "react-i18next"
import { chooseLanguage } from "#client/i18n"
import { languages } from "#core/languages"
import { LookItems } from "#ui/LookItems"
import { Menu } from "#ui/Menu"
import { useAnswered } from "#ui/rest"
import classes from "./Door.module.css"

type DoorProps = {
  title: string
  text?: ReactNode
  /** More is read here than filled in. */
  isWide?: boolean
  children: ReactNode
}

/** The frame of every page that needs no sign-in. */
export const Door = ({ title, text, isWide = false, children }: DoorProps) => {
  const { t } = useTranslation("shell")
  useEffect(() => {
    document.title = `${title} - Keelson`
  }, [title])
  useAnswered()
  return (
    <main className={classes.door}>
      <div className={classes.card} data-wide={isWide || undefined}>
        <img src="/icon.svg" alt="Keelson" width={36} height={36} className={classes.mark} />
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        {text ? <p className={classes.text}>{text}</p> : null}
        {children}
      </div>
      <Menu
        position="top"
        target={
          <ActionIcon size="lg" className={classes.look} aria-label={t("look")}>
            <IconLanguage size={18} stroke={1.7} />
          </ActionIcon>
        }
      >
        <LookItems languages={languages} onLanguage={chooseLanguage} />
      </Menu>
    </main>
  )
}
