import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type DriftCase, type DriftReasoning, getDriftReasoning } from "#contract/drift"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

/** What would change the answer, and what people said in like cases. */
export const Reasoning = ({ current }: { current: DriftCase }) => {
  const reasoning = useEndpoint(getDriftReasoning, { params: { case: current.id } })
  return (
    <Loaded from={reasoning}>
      {({ whatWouldChange, likeCases }) => (
        <div className={classes.why}>
          {whatWouldChange ? <WhatWouldChange would={whatWouldChange} /> : null}
          {likeCases && current.cause ? <LikeCases like={likeCases} cause={current.cause} /> : null}
        </div>
      )}
    </Loaded>
  )
}

/** A difference of probability that a reader would call one. */
const worthTelling = 0.01

const WhatWouldChange = ({ would }: { would: NonNullable<DriftReasoning["whatWouldChange"]> }) => {
  const { t, i18n } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const share = (probability: number) => format.percent(probability, probability > 0.99 || probability < 0.01 ? 1 : 0)
  const list = (names: string[]) => new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(names)
  /** What would leave the answer as it is need not be said. */
  const isNews = (probability: number) => Math.abs(probability - would.probability) >= worthTelling
  return (
    <section aria-labelledby="drift-would">
      <h3 id="drift-would" className={classes.evidenceTitle}>
        {t("would.title")}
      </h3>
      <ul className={classes.evidence}>
        {would.carriedBy.length > 1 ? (
          <li>{t("would.carriedBy", { signals: list(would.carriedBy.map(({ signal }) => words.signal(signal))) })}</li>
        ) : null}
        {would.carriedBy.length === 0 ? <li>{t("would.carriedByAny")}</li> : null}
        {would.without
          .filter(({ probability }) => isNews(probability))
          .map(({ signal, side, probability }) => (
            <li key={`${signal}:${side}`}>
              {t("would.without", {
                signal: words.signal(signal),
                probability: share(probability),
                now: share(would.probability),
              })}
            </li>
          ))}
        {would.events.map(({ cause, kind, near, from, to }) => (
          <li key={cause}>
            {t("would.event", {
              event: words.event({ kind, note: "" }),
              near: format.date(near),
              cause: words.cause(cause),
              from: share(from),
              to: share(to),
            })}
          </li>
        ))}
        {would.weeks
          .filter(({ probability }) => isNews(probability))
          .map(({ like, weeks, probability }) => (
            <li key={like}>{t(`would.${like}`, { count: weeks, probability: share(probability) })}</li>
          ))}
        <li>
          {would.overAfter === null
            ? t("would.notOver")
            : t("would.over", { count: would.overAfter, level: format.percent(would.closesBelow) })}
        </li>
      </ul>
    </section>
  )
}

type LikeCasesProps = { like: NonNullable<DriftReasoning["likeCases"]>; cause: NonNullable<DriftCase["cause"]> }

const LikeCases = ({ like, cause }: LikeCasesProps) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  return (
    <section aria-labelledby="drift-like">
      <h3 id="drift-like" className={classes.evidenceTitle}>
        {t("like.title")}
      </h3>
      <p className={classes.aside}>
        {like.total === 0
          ? t("like.none", { cause: words.cause(cause) })
          : t(`like.${like.among}`, { count: like.total, cause: words.cause(cause) })}
      </p>
      {like.total > 0 ? (
        <ul className={classes.evidence}>
          {like.confirmed.map((each) => (
            <li key={each.cause}>{t("like.confirmed", { count: each.count, cause: words.cause(each.cause) })}</li>
          ))}
          {like.dismissed > 0 ? <li>{t("like.dismissed", { count: like.dismissed })}</li> : null}
          {like.undecided > 0 ? <li>{t("like.undecided", { count: like.undecided })}</li> : null}
        </ul>
      ) : null}
    </section>
  )
}
