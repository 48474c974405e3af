import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { WaitingRegistration } from "#contract/deals"
import type { Counted } from "#core/attention"
import { ClockMark } from "#marks/ClockMark"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { MomentText } from "#ui/text"
import classes from "./Home.module.css"

type RegistrationsProps = {
  items: readonly WaitingRegistration[]
  counts: Record<"late" | "waiting", Counted>
  slug: string
}

/** Registrations that wait for our answer, the one due first before the others; nothing where none does. */
export const Registrations = ({ items, counts, slug }: RegistrationsProps) => {
  const { t } = useTranslation("home")
  const more = counts.late.count + counts.waiting.count - items.length
  if (items.length === 0) return null
  return (
    <Panel title={t("registrations.title")} hint={t("registrations.hint")} isFlush>
      <ul className={classes.list}>
        {items.map(({ dealId, name, partnershipId, partnershipName, clock }) => (
          <li key={dealId} className={classes.row}>
            <div className={classes.words}>
              <span className={classes.name}>{name}</span>
              <span className={classes.detail}>
                <Anchor component={Link} to={partnershipPath(slug, partnershipId)} c="inherit">
                  {partnershipName}
                </Anchor>
                {clock.dueAt === null ? null : (
                  <>
                    {" · "}
                    {t("registrations.due")} <MomentText at={clock.dueAt} />
                  </>
                )}
              </span>
            </div>
            <div className={classes.end}>
              <ClockMark clock={clock} side="host" />
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={classes.nothing}>{t("andMore", { count: more })}</p> : null}
    </Panel>
  )
}
