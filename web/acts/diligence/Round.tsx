import { Anchor, Button, Group, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useCallTo } from "#client/workspace"
import {
  type DiligenceRoundView,
  downloadEvidenceFile,
  removeEvidenceFile,
  reviewEvidence,
  type WholeDiligenceItem,
} from "#contract/diligence"
import { ActionButton } from "#ui/ActionButton"
import { RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { GiveEvidence } from "./GiveEvidence.tsx"
import { WhyDialog } from "./WhyDialog.tsx"

type RoundProps = { item: WholeDiligenceItem; round: DiligenceRoundView }

/** Evidence as it was given, who said what of it, and for whoever may, judging it. */
export const Round = ({ item, round }: RoundProps) => {
  const { t } = useTranslation("diligence")
  const format = useFormat()
  const { note, link, issuedOn, validThrough, check, givenBy, givenAt, reviewedBy, reviewedAt, review, state } = round
  return (
    <>
      <RowLine>
        {[
          t(`round.${state}`, { number: format.number(round.number) }),
          t("given", { name: givenBy ?? t("nobody"), at: format.moment(givenAt) }),
          ...(issuedOn === null ? [] : [t("issuedOn", { date: format.date(issuedOn) })]),
          validThrough === null ? t("noEnd") : t("validThrough", { date: format.date(validThrough) }),
        ].join(" · ")}
      </RowLine>
      {check === null ? null : (
        <RowLine isStrong={check.result !== "clear"}>
          {[
            t(`check.${check.result}`),
            check.register,
            ...(check.reference === null ? [] : [check.reference]),
            format.date(check.checkedOn),
          ].join(" · ")}
        </RowLine>
      )}
      {note === null ? null : <RowLine>{note}</RowLine>}
      {link === null ? null : (
        <RowLine>
          <Anchor href={link} target="_blank" rel="noreferrer noopener">
            {link}
          </Anchor>
        </RowLine>
      )}
      <Files round={round} />
      {reviewedAt === null ? null : (
        <RowLine>
          {t(review === null ? "reviewed" : "reviewedWhy", {
            ...{ name: reviewedBy ?? t("nobody"), at: format.moment(reviewedAt), why: review ?? "" },
          })}
        </RowLine>
      )}
      <Judge {...{ item, round }} />
    </>
  )
}

const Files = ({ round: { id, files, abilities } }: Pick<RoundProps, "round">) => {
  const { t } = useTranslation("diligence")
  const format = useFormat()
  const to = useCallTo()
  const remove = useAct(removeEvidenceFile)
  return files.map(({ id: file, name, bytes, download }) => (
    <Group key={file} gap={6}>
      {download === true ? (
        <Anchor
          href={addressOf(downloadEvidenceFile, { params: { diligenceRound: id, evidenceFile: file }, ...to })}
          download={name}
        >
          {name}
        </Anchor>
      ) : (
        <Text span>{name}</Text>
      )}
      <Text span size="sm" c="dimmed">
        {format.bytes(bytes)}
      </Text>
      {abilities.change === true ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={remove.isPending}
          aria-label={t("files.removeOf", { name })}
          onClick={() => remove.mutate({ params: { diligenceRound: id, evidenceFile: file } })}
        >
          {t("files.remove")}
        </Button>
      ) : null}
    </Group>
  ))
}

const Judge = ({ item, round }: RoundProps) => {
  const { t } = useTranslation("diligence")
  const [open, setOpen] = useState<"change" | "refuse" | "clear">()
  const accept = useAct(reviewEvidence)
  const { abilities, state, check } = round
  const close = () => setOpen(undefined)
  const argsOf = (outcome: "accepted" | "refused", why?: string) => ({
    params: { diligenceRound: round.id },
    input: { outcome, ...(why === undefined ? {} : { why }) },
    ifMatch: round.version,
  })
  const isMet = check !== null && check.result !== "clear"
  if (state === "refused") return null
  return (
    <>
      <Group gap={6}>
        {state === "received" ? (
          <ActionButton
            size="compact-xs"
            loading={accept.isPending}
            disabledReason={reasonOf(abilities.accept)}
            onClick={() => (isMet ? setOpen("clear") : accept.mutate(argsOf("accepted")))}
          >
            {t(isMet ? "review.clear" : "review.accept")}
          </ActionButton>
        ) : null}
        <ActionButton
          size="compact-xs"
          variant={state === "received" ? "default" : "subtle"}
          disabledReason={reasonOf(abilities.refuse)}
          onClick={() => setOpen("refuse")}
        >
          {t(state === "received" ? "review.refuse" : "review.withdraw")}
        </ActionButton>
        {abilities.change === true ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setOpen("change")}>
            {t("give.change")}
          </Button>
        ) : null}
      </Group>
      {open === "change" ? <GiveEvidence {...{ item, round }} onClose={close} /> : null}
      {open === "refuse" || open === "clear" ? (
        <WhyDialog
          endpoint={reviewEvidence}
          title={t(open === "clear" ? "review.clear" : "review.refuse")}
          hint={open === "clear" ? t("review.clearHint") : undefined}
          argsOf={(why) => argsOf(open === "clear" ? "accepted" : "refused", why)}
          onClose={close}
        />
      ) : null}
    </>
  )
}
