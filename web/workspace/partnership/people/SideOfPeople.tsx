import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { getPartnershipPeople, RoleAssignment } from "#contract/people"
import type { Side } from "#core/actor"
import type { OutputOf } from "#core/endpoint"
import { SideBadge } from "#ui/SideBadge"
import { DateText } from "#ui/text"
import { EndRole } from "./EndRole.tsx"
import classes from "./SideOfPeople.module.css"

type People = OutputOf<typeof getPartnershipPeople>
type Owned = Readonly<{ side: Side; partyId: string; partyName: string | null }>

/** One side's people, company by company where several take part. */
export const SideOfPeople = ({ side, people }: { side: Side; people: People }) => {
  const own = [...people.vacancies, ...people.current, ...people.past].filter((row: Owned) => row.side === side)
  const parties = new Map(own.map(({ partyId, partyName }) => [partyId, partyName]))
  const named = [...parties].sort(([, a], [, b]) => (a ?? "").localeCompare(b ?? ""))
  return (
    <div>
      {named.map(([partyId, partyName]) => (
        <PartyOfPeople key={partyId} side={side} partyId={partyId} partyName={partyName} people={people} />
      ))}
    </div>
  )
}

/** One party's people: the parts nobody plays first, then who plays one, then who did. */
const PartyOfPeople = ({ side, partyId, partyName, people }: Owned & { people: People }) => {
  const { t } = useTranslation("partnership")
  const of = <Row extends Owned>(rows: readonly Row[]) => rows.filter((row) => row.partyId === partyId)
  const past = of(people.past)
  return (
    <section aria-label={partyName ?? t(side === "host" ? "people.ours" : "people.theirs")}>
      <h3 className={classes.side}>
        <SideBadge side={side} name={partyName} />
      </h3>
      <ul className={classes.people}>
        {of(people.vacancies).map(({ role, sinceOn, lastHolder }) => (
          <li key={role} className={classes.vacancy}>
            <strong>{t(`role.${role}`)}</strong>
            <span>
              {sinceOn ? (
                <>
                  {t("people.vacantSince")} <DateText on={sinceOn} />
                  {lastHolder ? `, ${t("people.before", { name: lastHolder })}` : null}
                </>
              ) : (
                t("people.neverFilled")
              )}
            </span>
          </li>
        ))}
        {of(people.current).map((each) => (
          <Person key={each.id} assignment={each} mayEnd={people.abilities.assign === true} />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className={classes.past}>
          <summary>{t("people.past", { count: past.length })}</summary>
          <ul className={classes.people}>
            {past.map((each) => (
              <Person key={each.id} assignment={each} mayEnd={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

const Person = ({ assignment, mayEnd }: { assignment: RoleAssignment; mayEnd: boolean }) => {
  const { t } = useTranslation("partnership")
  const { contactName, contactTitle, contactEmail, role, fromOn, toOn } = assignment
  return (
    <li className={classes.person}>
      <div>
        <strong>{contactName}</strong> <span className={classes.soft}>{contactTitle}</span>
        <div className={classes.soft}>
          {t(`role.${role}`)}, {t("people.from")} <DateText on={fromOn} />
          {toOn ? (
            <>
              {" "}
              {t("people.to")} <DateText on={toOn} />
            </>
          ) : null}
        </div>
        {contactEmail ? <Anchor href={`mailto:${contactEmail}`}>{contactEmail}</Anchor> : null}
      </div>
      {mayEnd ? <EndRole assignment={assignment} /> : null}
    </li>
  )
}
