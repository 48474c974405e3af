import { VisuallyHidden } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useSession } from "#client/session"
import { useEndpoint } from "#client/useEndpoint"
import { useSlug } from "#client/workspace"
import { countNotifications } from "#contract/notifications"
import { useFormat } from "#ui/text"
import classes from "./Unread.module.css"

/** More is not counted. */
const most = 100

/** How much in the inbox is unread, beside its name in the navigation. */
const Unread = () => {
  const { t } = useTranslation("inbox")
  const format = useFormat()
  const slug = useSlug()
  const { workspaces } = useSession()
  // Whoever is no member reads so on the page; there is nothing to count.
  const isEnabled = workspaces.some((each) => each.slug === slug && each.side === "host")
  const { data } = useEndpoint(countNotifications, {}, { refreshMs: 120_000, isEnabled })
  if (!data || data.unread === 0) return null
  const { unread } = data
  return (
    <span className={classes.count}>
      <span aria-hidden>{unread >= most ? `${format.number(most - 1)}+` : format.number(unread)}</span>
      <VisuallyHidden>{t("count", { count: unread })}</VisuallyHidden>
    </span>
  )
}

export default Unread
