import { Anchor } from "@mantine/core"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { getPartnershipPeople, RoleAssignment } from "#contract/people"
import type { Side } from "#core/actor"
import type { OutputOf } from "#core/endpoint"
import { inReadingOrder } from "#core/readingOrder"
import { SideBadge } from "#ui/SideBadge"
import { DateText } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import classes from "./SideOfPeople.module.css"

type People = OutputOf<typeof getPartnershipPeople>
type SideProps = Readonly<{ people: People; actOn?: ((assignment: RoleAssignment) => ReactNode) | undefined }>
type Owned = Readonly<{ side: Side; partyId: string; partyName: string | null }>

/** One side's people, company by company where several take part. */
export const SideOfPeople = ({ side, ...shown }: SideProps & { side: Side }) => {
  const { people } = shown
  const own = [...people.vacancies, ...people.current, ...people.past].filter((row: Owned) => row.side === side)
  const parties = new Map(own.map(({ partyId, partyName }) => [partyId, partyName]))
  const named = [...parties].sort(([, a], [, b]) => inReadingOrder(a ?? "", b ?? ""))
  return (
    <div>
      {named.map(([partyId, partyName]) => (
        <PartyOfPeople key={partyId} side={side} partyId={partyId} partyName={partyName} {...shown} />
      ))}
    </div>
  )
}

/** One party's people: the parts nobody plays first, then who plays one, then who did. */
const PartyOfPeople = ({ side, partyId, partyName, people, actOn }: Owned & SideProps) => {
  const { t } = useTranslation("people")
  const whose = useWhose()
  const nameOf = useNameOf()
  const of = <Row extends Owned>(rows: readonly Row[]) => rows.filter((row) => row.partyId === partyId)
  const past = of(people.past)
  return (
    <section aria-label={nameOf(side, partyName) ?? t(whose(side))}>
      <h3 className={classes.side}>
        <SideBadge side={side} party={partyId} name={partyName} />
      </h3>
      <ul className={classes.people}>
        {of(people.vacancies).map(({ role, sinceOn, lastHolder }) => (
          <li key={role} className={classes.vacancy}>
            <strong>{t(`role.${role}`)}</strong>
            <span>
              {sinceOn ? (
                <>
                  {t("vacantSince")} <DateText on={sinceOn} />
                  {lastHolder ? `, ${t("before", { name: lastHolder })}` : null}
                </>
              ) : (
                t("neverFilled")
              )}
            </span>
          </li>
        ))}
        {of(people.current).map((each) => (
          <Person key={each.id} assignment={each} act={actOn?.(each)} />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className={classes.past}>
          <summary>{t("past", { count: past.length })}</summary>
          <ul className={classes.people}>
            {past.map((each) => (
              <Person key={each.id} assignment={each} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

const Person = ({ assignment, act }: { assignment: RoleAssignment; act?: ReactNode }) => {
  const { t } = useTranslation("people")
  const { contactName, contactTitle, contactEmail, role, fromOn, toOn } = assignment
  return (
    <li className={classes.person}>
      <div>
        <strong>{contactName}</strong> <span className={classes.soft}>{contactTitle}</span>
        <div className={classes.soft}>
          {t(`role.${role}`)}, {t("from")} <DateText on={fromOn} />
          {toOn ? (
            <>
              {" "}
              {t("to")} <DateText on={toOn} />
            </>
          ) : null}
        </div>
        {contactEmail ? <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor> : null}
      </div>
      {act}
    </li>
  )
}
