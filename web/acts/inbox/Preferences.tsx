import { Checkbox, Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { useModuleTexts } from "#client/useModuleTexts"
import { getNotificationPreferences, setNotificationPreference } from "#contract/notifications"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useViewerSide } from "#ui/viewer"
import classes from "./Inbox.module.css"

type Shown = OutputOf<typeof getNotificationPreferences>
type Preference = Shown["items"][number]
const mails = ["none", "instant", "daily"] as const

/** Per kind of news: in the list or not, and by mail at once, once a day, or never. Saved as it is chosen. */
export const Preferences = () => {
  const { t } = useTranslation("inbox")
  const preferences = useEndpoint(getNotificationPreferences, {})
  const set = useAct(setNotificationPreference, {
    optimistic: [
      {
        read: getNotificationPreferences,
        change: (shown: Shown, { params, input }: { params: { kind: string }; input: object }): Shown => ({
          items: shown.items.map((each) => (each.kind === params.kind ? { ...each, ...input } : each)),
        }),
      },
    ],
  })
  const told = useModuleTexts("news")
  const name = (kind: string) => told(`kind.${kind}`, kind)
  const choose = ({ kind, inApp, mail }: Preference) => set.mutate({ params: { kind }, input: { inApp, mail } })
  return (
    <Panel title={t("preferences.title")} hint={t(`preferences.hintOf.${useViewerSide()}`)} isFlush>
      <Loaded from={preferences}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map((each) => (
              <li key={each.kind} className={classes.preference}>
                <span>{name(each.kind)}</span>
                <span className={classes.choices}>
                  <Checkbox
                    label={t("preferences.inApp")}
                    aria-label={t("preferences.inAppOf", { kind: name(each.kind) })}
                    checked={each.inApp}
                    onChange={(event) => choose({ ...each, inApp: event.currentTarget.checked })}
                  />
                  <Select
                    w={160}
                    allowDeselect={false}
                    aria-label={t("preferences.mailOf", { kind: name(each.kind) })}
                    data={mails.map((value) => ({ value, label: t(`mail.${value}`) }))}
                    value={each.mail}
                    onChange={(mail) => choose({ ...each, mail: mails.find((known) => known === mail) ?? each.mail })}
                  />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}
