import { VisuallyHidden } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { countNotifications } from "#contract/notifications"
import { useFormat } from "#ui/text"
import classes from "./Unread.module.css"

/** More is not counted. */
const most = 100

/** How much in the inbox is unread, beside its name in the navigation. */
const Unread = () => {
  const { t } = useTranslation("inbox")
  const format = useFormat()
  const { data } = useEndpoint(countNotifications, {}, { refreshMs: 120_000 })
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
