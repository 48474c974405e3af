import { Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { type AppealView, appealTier, type StandingView, withdrawAppeal } from "#contract/programs"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"
import { useFormat } from "#ui/text"
import classes from "./standings.module.css"

/** What was appealed against and how that was decided; and for who may, the way to appeal, with until when. */
export const Appeals = ({ standing }: { standing: StandingView }) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const [isAppealing, setAppealing] = useState(false)
  const { appeals, appealUntil, abilities, program } = standing
  const isOpen = appealUntil !== null && abilities.appeal === true
  if (appeals.length === 0 && !isOpen) return null
  return (
    <section className={classes.asks} aria-label={t("appeal.list")}>
      {appeals.length === 0 ? null : (
        <ul className={classes.appeals}>
          {appeals.map((appeal) => (
            <Appeal key={appeal.id} appeal={appeal} />
          ))}
        </ul>
      )}
      {isOpen ? (
        <p className={classes.quiet}>
          <ActionButton
            size="xs"
            variant="default"
            aria-label={t("appeal.openOf", { program })}
            onClick={() => setAppealing(true)}
          >
            {t("appeal.open")}
          </ActionButton>{" "}
          <span>{t("appeal.until", { date: format.date(appealUntil) })}</span>
        </p>
      ) : null}
      {isAppealing ? <Appealing standing={standing} onClose={() => setAppealing(false)} /> : null}
    </section>
  )
}

const Appeal = ({ appeal }: { appeal: AppealView }) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const withdraw = useAct(withdrawAppeal, { done: () => t("appeal.withdrawn") })
  const { id, tier, by, words, appealedAt, state, answer, keptUntil, isAsked, abilities } = appeal
  return (
    <li className={classes.appeal}>
      <strong>{t("appeal.by", { tier, name: by, date: format.moment(appealedAt) })}</strong>
      <span>{words}</span>
      <span className={classes.quiet}>
        {t(`appeal.state.${state}`, { answer, date: keptUntil === null ? "" : format.date(keptUntil) })}
      </span>
      {isAsked === false ? <span className={classes.quiet}>{t("appeal.nobody")}</span> : null}
      {abilities.withdraw === true ? (
        <span>
          <ActionButton
            size="compact-xs"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { appeal: id } })}
          >
            {t("appeal.withdraw")}
          </ActionButton>
        </span>
      ) : null}
    </li>
  )
}

/** Says why, and what an appeal does and does not do meanwhile. */
const Appealing = ({ standing, onClose }: { standing: StandingView; onClose: () => void }) => {
  const { t } = useTranslation("standings")
  const { enrolmentId: enrolment, graceUntil, isKeptMeanwhile } = standing
  const { form, sending } = useActForm(appealTier, {
    initialValues: { words: "" },
    validate: { words: (words) => (words.trim() === "" ? t("appeal.wordsNeeded") : null) },
    argsOf: ({ words }) => ({ params: { enrolment }, input: { words } }),
    done: () => t("appeal.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("appeal.title")} submit={t("appeal.open")} onClose={onClose}>
      <Text size="sm">
        {t("appeal.what")} {t(graceUntil !== null && isKeptMeanwhile ? "appeal.keeps" : "appeal.changesNothing")}
      </Text>
      <AreaField
        label={t("appeal.words")}
        description={t("appeal.wordsHint")}
        data-autofocus
        {...form.getInputProps("words")}
      />
    </FormDialog>
  )
}
