import { Anchor, Button, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type AgreementView, listAgreements } from "#contract/agreements"
import { newAgreementPath } from "#paths/new-agreement"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./AgreementsSection.module.css"
import { EditAgreement } from "./EditAgreement.tsx"
import { TerminateAgreement } from "./TerminateAgreement.tsx"

/** What was signed, how long it runs, and the last day to give notice. */
export const AgreementsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("agreements")
  const { slug = "" } = useParams({ strict: false })
  const agreements = useEndpoint(listAgreements, { params: { partnership: partnershipId } })
  const enter = (
    <Anchor component={Link} to={newAgreementPath(slug, partnershipId)} size="sm">
      {t("enter")}
    </Anchor>
  )
  return (
    <Panel title={t("title")} aside={agreements.data?.abilities.enter === true ? enter : undefined}>
      <Loaded from={agreements}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <ul className={classes.list}>
              {items.map((agreement) => (
                <Agreement key={agreement.id} agreement={agreement} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

const Agreement = ({ agreement }: { agreement: AgreementView }) => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const [open, setOpen] = useState<"edit" | "terminate">()
  const { title, state, isInForce, startsOn, endsOn, noticeOn, autoRenews, value, objectives, commitments, abilities } =
    agreement
  const facts = [
    endsOn === null
      ? t("from", { from: format.date(startsOn) })
      : t("term", { from: format.date(startsOn), to: format.date(endsOn) }),
    ...(noticeOn === null || !isInForce ? [] : [t("notice", { date: format.date(noticeOn) })]),
    ...(autoRenews ? [t("renews")] : []),
    ...(value === null ? [] : [format.money(value)]),
    t("holds.objectives", { count: objectives }),
    t("holds.promises", {
      count: commitments.host + commitments.partner,
      ours: commitments.host,
      theirs: commitments.partner,
    }),
  ]
  return (
    <li className={classes.row}>
      <div>
        <span className={classes.title}>{title}</span> <span className={classes.state}>{t(`state.${state}`)}</span>
        <p className={classes.facts}>{facts.join(" · ")}</p>
      </div>
      {abilities.edit === true ? (
        <Group gap={6} wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => setOpen("edit")}>
            {t("edit.open")}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={() => setOpen("terminate")}>
            {t("terminate.open")}
          </Button>
        </Group>
      ) : null}
      {open === "edit" ? <EditAgreement agreement={agreement} onClose={() => setOpen(undefined)} /> : null}
      {open === "terminate" ? <TerminateAgreement agreement={agreement} onClose={() => setOpen(undefined)} /> : null}
    </li>
  )
}
