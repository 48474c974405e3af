import { Anchor, UnstyledButton } from "@mantine/core"
import { IconChevronDown } from "@tabler/icons-react"
import { Link, useParams } from "@tanstack/react-router"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { partnershipTypes } from "#contract/partnerships"
import type { PartnershipForHost } from "#contract/portfolio"
import { organizationPath } from "#paths/organizations"
import { partnershipAgreementPath } from "#paths/partnership"
import { Fact } from "#ui/Facts"
import { DateText, MomentText, Unknown, useFormat } from "#ui/text"
import { AmendTerm } from "./AmendTerm.tsx"
import { type Details, detailsOf } from "./details.ts"
import { Property } from "./Property.tsx"
import classes from "./rail.module.css"
import { Tags } from "./Tags.tsx"
import { type Shown, useSave } from "./useSave.ts"

/** What is said of a partnership, beside every tab and changed where it stands; folded under the header on a phone. */
export const Rail = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <aside className={classes.rail} aria-label={t("rail.title")}>
      <UnstyledButton
        className={classes.fold}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {t("rail.title")}
        <IconChevronDown size={14} aria-hidden />
      </UnstyledButton>
      <dl id={id} className={classes.facts} data-open={isOpen || undefined}>
        <Said partnership={partnership} />
        <Known partnership={partnership} />
      </dl>
    </aside>
  )
}

/** What people say, and may change. */
const Said = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation(["partnership", "marks"])
  const format = useFormat()
  const save = useSave(partnership)
  const details = detailsOf(partnership)
  const disabledReason = reasonOf(partnership.abilities.edit)
  const property = (
    key: keyof Details,
    label: string,
    then: (value: string, name: string) => Shown = (value) => ({ [key]: value || null }),
  ) => ({
    label,
    value: details[key],
    disabledReason,
    onSave: (value: string, name: string) => save({ [key]: value }, label, then(value, name)),
  })
  const choices = partnershipTypes.map((type) => ({ value: type, label: t(`marks:type.${type}`) }))
  return (
    <>
      <Property
        {...property("ownerId", t("fact.owner"), (ownerId, name) => ({
          owner: ownerId ? { id: ownerId, name } : null,
        }))}
        kind="owner"
        shown={partnership.owner?.name}
      />
      <Property {...property("tier", t("edit.tier"))} kind="text" shown={partnership.tier} />
      <Property {...property("region", t("edit.region"))} kind="text" shown={partnership.region} />
      <Property {...property("program", t("edit.program"))} kind="text" shown={partnership.program} />
      <Tags partnership={partnership} />
      <Property
        {...property("type", t("edit.type"))}
        kind="choice"
        choices={choices}
        isNeeded
        shown={t(`marks:type.${partnership.type}`)}
      />
      <Property
        {...property("startedOn", t("fact.since"))}
        kind="date"
        shown={partnership.startedOn ? format.date(partnership.startedOn) : null}
      />
      <Property {...property("currency", t("edit.currency"))} kind="currency" isNeeded shown={partnership.currency} />
      <Property {...property("name", t("edit.name"))} kind="text" isNeeded shown={partnership.name} />
      <Property {...property("reason", t("fact.reason"))} kind="area" shown={partnership.reason} />
    </>
  )
}

/** What follows from elsewhere, with the way there. */
const Known = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const { id, parties, nextEnd, lastActivityAt } = partnership
  const term = partnershipAgreementPath(slug, id)
  const present = parties.filter(({ leftOn }) => leftOn === null)
  return (
    <>
      <Fact label={t("fact.parties", { count: present.length })}>
        {present.map(({ organizationId, name }) => (
          <Anchor key={organizationId} component={Link} to={organizationPath(slug, organizationId)}>
            {name}
          </Anchor>
        ))}
      </Fact>
      <Fact label={t("fact.ends")}>
        <Anchor component={Link} to={term}>
          {nextEnd ? <DateText on={nextEnd.endsOn} /> : <Unknown />}
        </Anchor>
        {nextEnd ? <AmendTerm agreementId={nextEnd.agreementId} on={nextEnd.endsOn} /> : null}
      </Fact>
      <Fact label={t("fact.notice")}>{nextEnd?.noticeOn ? <DateText on={nextEnd.noticeOn} /> : <Unknown />}</Fact>
      <Fact label={t("fact.lastActivity")}>
        <MomentText at={lastActivityAt} />
      </Fact>
    </>
  )
}
