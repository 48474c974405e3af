import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type JudgedView, type LineView, listStandings, type StandingView } from "#contract/programs"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Appeals } from "./standings/Appeals.tsx"
import { History } from "./standings/History.tsx"
import { Lines } from "./standings/Lines.tsx"
import classes from "./standings/standings.module.css"
import { useBenefits } from "./standings/useBenefits.ts"

type StandingsProps = {
  partnershipId: string
  /** What to say where a partnership is in no program. */
  empty: string
  actOnAll?: ReactNode
  actOn?: ((standing: StandingView) => ReactNode) | undefined
  actOnLine?: ((standing: StandingView, line: LineView) => ReactNode) | undefined
}

/** How a partnership stands in its programs: its tier, what is missing for the next and by when, what that would give, and what would be lost. */
export const Standings = ({ partnershipId, empty, actOnAll, actOn, actOnLine }: StandingsProps) => {
  const { t } = useTranslation("standings")
  const found = useEndpoint(listStandings, { params: { partnership: partnershipId } })
  return (
    <Panel title={t("title")} hint={t("hint")} aside={actOnAll}>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty")}>{empty}</EmptyState>
          ) : (
            <div className={classes.standings}>
              {items.map((standing) => (
                <Standing key={standing.enrolmentId} {...{ standing, actOn, actOnLine }} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Panel>
  )
}

type StandingProps = Pick<StandingsProps, "actOn" | "actOnLine"> & { standing: StandingView }

const Standing = ({ standing, actOn, actOnLine }: StandingProps) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const { program, tier, tierKey, tierSince, graceUntil, keptUntil, retiredOn, tiers, on, evaluatedOn, coming } =
    standing
  const place = tiers.findIndex(({ key }) => key === tierKey)
  const [own, next, below] = [tiers[place], tiers[place + 1], tiers[place - 1]]
  return (
    <article className={classes.standing}>
      <header className={classes.head}>
        <div>
          <h3 className={classes.program}>{program}</h3>
          <p className={classes.quiet}>
            {evaluatedOn === null
              ? t("lookedOn", { date: format.date(on) })
              : t("evaluatedOn", { date: format.date(evaluatedOn), on: format.date(on) })}
          </p>
        </div>
        <div className={classes.tier}>
          <strong>{tier ?? t("noTier")}</strong>
          {tierSince === null ? null : (
            <span className={classes.quiet}>{t("since", { date: format.date(tierSince) })}</span>
          )}
        </div>
        {actOn?.(standing)}
      </header>
      {retiredOn === null ? null : (
        <p className={classes.grace} role="note">
          {t("retired", { date: format.date(retiredOn) })}
        </p>
      )}
      {graceUntil === null || !own ? null : <Grace {...{ own, below, graceUntil }} />}
      {keptUntil === null || !own || retiredOn !== null ? null : (
        <p className={classes.quiet} role="note">
          {t("keptUntil", { tier: own.name, date: format.date(keptUntil) })}
        </p>
      )}
      <Appeals standing={standing} />
      {retiredOn !== null ? (
        <AtTheEnd {...{ standing, own }} />
      ) : own && own.standing !== "met" ? (
        <Tier tier={own} title={t("toKeep", { tier: own.name })} {...{ standing, actOnLine }} />
      ) : null}
      {retiredOn !== null ? null : next ? (
        <Tier tier={next} title={t("toReach", { tier: next.name })} isGain {...{ standing, actOnLine }} />
      ) : (
        <p className={classes.quiet}>{t("highest")}</p>
      )}
      {coming ? <Coming {...{ standing, coming }} /> : null}
      <History standing={standing} />
    </article>
  )
}

/** What stood when the program ended: history, of which nothing is missing any more. */
const AtTheEnd = ({ standing, own }: { standing: StandingView; own: JudgedView | undefined }) => {
  const { t } = useTranslation("standings")
  if (!own) return null
  return <Tier tier={own} title={t("atTheEnd", { tier: own.name })} {...{ standing }} />
}

type GraceProps = { own: JudgedView; below: JudgedView | undefined; graceUntil: string }

/** Until when a tier is kept that is not met any more, and what would go with it. */
const Grace = ({ own, below, graceUntil }: GraceProps) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const benefits = useBenefits()
  const lost = benefits(own)
  return (
    <p className={classes.grace} role="note">
      {t("grace", { tier: own.name, date: format.date(graceUntil) })}{" "}
      {below ? t("graceThen", { below: below.name }) : t("graceThenNone")}
      {lost === "" ? null : ` ${t("wouldLose", { benefits: lost })}`}
    </p>
  )
}

type TierProps = {
  tier: JudgedView
  title: string
  isGain?: boolean
  standing: StandingView
  actOnLine?: StandingsProps["actOnLine"]
}

const Tier = ({ tier, title, isGain = false, standing, actOnLine }: TierProps) => {
  const { t } = useTranslation("standings")
  const benefits = useBenefits()
  const gains = benefits(tier)
  const met = tier.lines.filter((line) => line.standing === "met").length
  return (
    <section className={classes.asks} aria-label={title}>
      <h4 className={classes.asksTitle}>
        {title} <span className={classes.quiet}>{t("metOf", { met, count: tier.lines.length })}</span>
      </h4>
      {isGain && gains !== "" ? <p className={classes.quiet}>{t("wouldGain", { benefits: gains })}</p> : null}
      <Lines
        lines={tier.lines}
        currency={standing.currency}
        actOn={actOnLine && ((line) => actOnLine(standing, line))}
      />
    </section>
  )
}

type ComingProps = { standing: StandingView; coming: NonNullable<StandingView["coming"]> }

/** The terms that are published and do not hold yet: what the tier one has will ask for then. */
const Coming = ({ standing, coming }: ComingProps) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const own = coming.tiers.find(({ key }) => key === standing.tierKey) ?? coming.tiers[0]
  if (!own) return null
  const title = t("coming", { date: format.date(coming.holdsFrom), tier: own.name })
  return (
    <details className={classes.coming}>
      <summary>{title}</summary>
      <Lines lines={own.lines} currency={standing.currency} />
    </details>
  )
}
