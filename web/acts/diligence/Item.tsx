import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { needDiligenceItem, type WholeDiligenceItem } from "#contract/diligence"
import { ActionButton } from "#ui/ActionButton"
import { Row, RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { EditItem } from "./EditItem.tsx"
import { GiveEvidence } from "./GiveEvidence.tsx"
import { Round } from "./Round.tsx"
import { StandingMark } from "./StandingMark.tsx"
import { WhyDialog } from "./WhyDialog.tsx"

/** One thing that a company was asked for: how it stands, its evidence the latest first, and what can be done. */
export const Item = ({ item }: { item: WholeDiligenceItem }) => {
  const { t } = useTranslation("diligence")
  const format = useFormat()
  const [open, setOpen] = useState<"give" | "edit" | "off">()
  const [isWhole, setWhole] = useState(false)
  const { kind, asks, standing, validThrough, waitsForReview, isRequired, ownerName, why, rounds, abilities } = item
  const close = () => setOpen(undefined)
  const [last] = rounds
  const shown = isWhole ? rounds : rounds.filter((round) => round === last && waitsForReview)
  const name = t(`kind.${kind}`)
  return (
    <Row
      isLong
      name={name}
      lines={
        <>
          <RowLine>{asks}</RowLine>
          <RowLine>
            {[
              t(isRequired ? "required" : "optional"),
              ...(validThrough === null ? [] : [t("validThrough", { date: format.date(validThrough) })]),
              ...(ownerName === null ? [] : [t("followedUp", { name: ownerName })]),
            ].join(" · ")}
          </RowLine>
          {why === null ? null : <RowLine>{t("because", { why })}</RowLine>}
          {item.isMatchOpen ? <RowLine isStrong>{t("matchOpen")}</RowLine> : null}
          {waitsForReview && standing !== "received" ? <RowLine isStrong>{t("renewalWaits")}</RowLine> : null}
          {shown.map((round) => (
            <Round key={round.id} {...{ item, round }} />
          ))}
          <Group gap={6} mt={6}>
            <ActionButton
              size="compact-xs"
              variant="default"
              disabledReason={reasonOf(abilities.give)}
              onClick={() => setOpen("give")}
            >
              {t(rounds.length === 0 ? "give.open" : "give.renew")}
            </ActionButton>
            {abilities.edit === true ? (
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen("edit")}>
                {t("edit")}
              </Button>
            ) : null}
            <Need item={item} onOff={() => setOpen("off")} />
            {rounds.length > shown.length || isWhole ? (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-expanded={isWhole}
                onClick={() => setWhole(!isWhole)}
              >
                {t(isWhole ? "history.hide" : "history.show", { count: rounds.length })}
              </Button>
            ) : null}
          </Group>
        </>
      }
      end={<StandingMark standing={standing} />}
    >
      {open === "give" ? <GiveEvidence item={item} onClose={close} /> : null}
      {open === "edit" ? <EditItem item={item} organizationId={item.organizationId} onClose={close} /> : null}
      {open === "off" ? (
        <WhyDialog
          endpoint={needDiligenceItem}
          title={t("need.off")}
          hint={t("need.hint")}
          argsOf={(reason) => ({
            params: { diligenceItem: item.id },
            input: { isNeeded: false, why: reason },
            ifMatch: item.version,
          })}
          onClose={close}
        />
      ) : null}
    </Row>
  )
}

const Need = ({
  item: { id, version, standing, abilities },
  onOff,
}: {
  item: WholeDiligenceItem
  onOff: () => void
}) => {
  const { t } = useTranslation("diligence")
  const need = useAct(needDiligenceItem)
  if (abilities.edit !== true) return null
  const isOff = standing === "not_needed"
  const putBack = () =>
    need.mutate({ params: { diligenceItem: id }, input: { isNeeded: true, why: t("need.on") }, ifMatch: version })
  return (
    <ActionButton
      size="compact-xs"
      variant="subtle"
      color="gray"
      loading={need.isPending}
      disabledReason={reasonOf(abilities.need)}
      onClick={isOff ? putBack : onOff}
    >
      {t(isOff ? "need.on" : "need.off")}
    </ActionButton>
  )
}
