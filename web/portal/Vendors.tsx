import { ActionIcon, Button, Menu, Title } from "@mantine/core"
import { IconLanguage } from "@tabler/icons-react"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { chooseLanguage, languages } from "#client/i18n"
import { paths } from "#client/paths"
import { type Session, sessionQuery, signOut } from "#client/session"
import { LookItems } from "#ui/LookItems"
import { EmptyState, LoadingState, ProblemState } from "#ui/states"
import { showProblem } from "#ui/toast"
import classes from "./Vendors.module.css"

/** The vendors that a partner's person works with: one identity, several workspaces. */
export const Vendors = () => {
  const { t } = useTranslation("portal")
  const session = useQuery(sessionQuery)
  if (session.error) return <ProblemState problem={session.error} onRetry={() => void session.refetch()} />
  if (session.data === undefined) return <LoadingState />
  if (session.data === null) {
    location.replace(paths.signIn(location.pathname))
    return <LoadingState />
  }
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <img src="/icon.svg" alt="Keelson" width={28} height={28} />
        <span className={classes.person}>{session.data.user.name}</span>
        <Menu>
          <Menu.Target>
            <ActionIcon size="lg" aria-label={t("look")}>
              <IconLanguage size={18} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <LookItems languages={languages} onLanguage={chooseLanguage} />
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" size="xs" onClick={() => void signOut().catch(showProblem)}>
          {t("signOut")}
        </Button>
      </header>
      <VendorList session={session.data} />
    </div>
  )
}

const VendorList = ({ session }: { session: Session }) => {
  const { t, i18n } = useTranslation("portal")
  const roleOf = (role: string) =>
    i18n.exists(`role.${role}`, { ns: "portal" }) ? t(`role.${role as "seller"}`) : role
  const vendors = session.workspaces.filter((each) => each.side === "partner")
  return (
    <main className={classes.main}>
      <Title order={1}>{t("title")}</Title>
      <p className={classes.answer}>{t("answer", { count: vendors.length })}</p>
      {vendors.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {vendors.map((vendor) => (
            <li key={vendor.slug} className={classes.vendor}>
              <span className={classes.badge} aria-hidden>
                {vendor.name.slice(0, 1).toUpperCase()}
              </span>
              <span className={classes.name}>{vendor.name}</span>
              <span className={classes.role}>{roleOf(vendor.role)}</span>
            </li>
          ))}
        </ul>
      )}
      {vendors.length > 0 ? <p className={classes.soon}>{t("soon")}</p> : null}
    </main>
  )
}
