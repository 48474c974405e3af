import { UnstyledButton, VisuallyHidden } from "@mantine/core"
import { IconHelp, IconLogout, IconUserCog } from "@tabler/icons-react"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { guidePath } from "#client/guidePath"
import { chooseLanguage } from "#client/i18n"
import { paths } from "#client/paths"
import { type Session, signOut } from "#client/session"
import { languages } from "#core/languages"
import { Initial } from "#ui/Initial"
import { LookItems } from "#ui/LookItems"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"
import { showProblem } from "#ui/toast"
import classes from "./frame.module.css"

/** The person: language, theme, and the way out. */
export const UserMenu = ({ user }: { user: Session["user"] }) => {
  const { t } = useTranslation("shell")
  const navigate = useNavigate()
  return (
    <Menu
      position="top-start"
      width={220}
      target={
        <UnstyledButton className={classes.switch}>
          <VisuallyHidden>{t("user", { name: user.name })}</VisuallyHidden>
          <Initial of={user.name} />
          <span className={classes.grow} aria-hidden>
            {user.name}
          </span>
        </UnstyledButton>
      }
    >
      <MenuLabel>{user.email}</MenuLabel>
      <LookItems languages={languages} onLanguage={chooseLanguage} />
      <MenuDivider />
      <MenuItem
        leftSection={<IconHelp size={15} aria-hidden />}
        onClick={() => void navigate({ to: guidePath(location.pathname) })}
      >
        {t("help")}
      </MenuItem>
      <MenuItem
        leftSection={<IconUserCog size={15} aria-hidden />}
        onClick={() => location.assign(paths.account(location.pathname))}
      >
        {t("account")}
      </MenuItem>
      <MenuItem leftSection={<IconLogout size={15} aria-hidden />} onClick={() => void signOut().catch(showProblem)}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  )
}
