import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useDriftSpeech } from "#acts/driftSpeech"

import { useToday } from "#client/useToday"
import type { getFirstLook } from "#contract/guidance"
import type { OutputOf } from "#core/endpoint"
import { useFormat } from "#ui/text"
import classes from "./guidance.module.css"
import type { LookPaths } from "./paths.ts"

type Look = OutputOf<typeof getFirstLook>

/** The first true sentence: how many drift, then the one to begin with in the words of its own page; or why there is none. */
export const FirstSaid = ({ look, paths }: { look: Look; paths: LookPaths }) => {
  const { t } = useTranslation("guidance")
  const format = useFormat()
  const { partnerships, drifting, silent, notScored, whose, foremost } = look
  const isNothing = notScored === partnerships
  const some = partnerships === 1 ? "only" : "drifting"
  const lead = isNothing ? "nothing" : drifting > 0 ? some : "steady"
  return (
    <>
      <p>
        <strong className={classes.sentence}>
          {t(`look.${lead}`, {
            ...{ count: lead === "drifting" ? drifting : partnerships, context: whose },
            ...{ drifting: format.number(drifting), partnerships: format.number(partnerships) },
          })}
        </strong>{" "}
        {silent > 0 ? `${t("look.silent", { count: silent, formatted: format.number(silent) })} ` : null}
        {notScored > 0 && !isNothing
          ? t("look.notScored", { count: notScored, formatted: format.number(notScored) })
          : null}
      </p>
      {foremost ? (
        <Foremost foremost={foremost} isNothing={isNothing} to={paths.partnership(foremost.partnershipId)} />
      ) : null}
      {isNothing ? <p>{t("look.missing")}</p> : null}
    </>
  )
}

type ForemostProps = Readonly<{ foremost: NonNullable<Look["foremost"]>; isNothing: boolean; to: string }>

/** What little is known is worth a word only where nothing else can be said. */
const Foremost = ({ foremost, isNothing, to }: ForemostProps) => {
  const { t } = useTranslation("guidance")
  const { partnershipName: name, clauses, firstPartyName } = foremost
  const { headline, clause } = useDriftSpeech({ today: useToday(), companyOf: () => firstPartyName ?? undefined })
  const [first] = clauses
  if (first === undefined || first.key === "steady" || (first.key === "not-scored" && !isNothing)) return null
  if (first.key === "not-scored")
    return (
      <p>
        {first.reason?.startsWith("no ") ? null : `${t("look.most", { name })} `}
        {clause(first)}
      </p>
    )
  return (
    <p>
      <Anchor component={Link} to={to} underline="always">
        {name}
      </Anchor>
      {": "}
      {headline(clauses)}
    </p>
  )
}
