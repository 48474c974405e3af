import { Button, Group } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { FileLink } from "#acts/FileLink"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { remindSigner, type SignerView, type SigningOverview, type SigningView } from "#contract/signing"
import { ActionButton } from "#ui/ActionButton"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import { MarkPicture } from "./MarkPicture.tsx"
import classes from "./negotiation.module.css"
import signingClasses from "./signing.module.css"

const Sign = lazy(() => import("./Sign.lazy.tsx"))
const Decline = lazy(() => import("./Decline.lazy.tsx"))
const Replace = lazy(() => import("./ReplaceSigner.lazy.tsx"))
const Paper = lazy(() => import("./Paper.lazy.tsx"))
const Remove = lazy(() => import("./RemoveSigner.lazy.tsx"))

type SignerProps = { signer: SignerView; round: SigningView; overview: SigningOverview }
type Opened = "sign" | "decline" | "paper" | "replace" | "remove"

/** One signer: for whom, how far, and what may be done about it. */
export const Signer = ({ signer, round, overview }: SignerProps) => {
  const { t } = useTranslation("negotiation")
  const [opened, open] = useState<Opened>()
  const remind = useAct(remindSigner, { done: () => t("signing.reminded", { name: signer.name }) })
  const { id, name, side, partyId, partyName, mark, paper, insteadOf, abilities, isYou } = signer
  const close = () => open(undefined)
  const can = (what: Opened | "remind") => abilities[what] === true
  return (
    <div>
      <p className={classes.said}>
        <strong>{name}</strong>
        <SideBadge side={side} party={partyId} name={partyName} />
      </p>
      <p className={classes.soft}>{useStanding(signer)}</p>
      {insteadOf === null ? null : (
        <p className={classes.soft}>
          {t("signing.insteadOf", { name: insteadOf.name, by: insteadOf.by, reason: insteadOf.reason })}
        </p>
      )}
      {paper === null ? null : <OnPaper paper={paper} />}
      {mark === null ? null : <MarkPicture mark={mark} name={name} />}
      <Group gap="xs" mt={4}>
        {isYou && abilities.sign !== "signed-already" && round.state === "open" ? (
          <ActionButton size="xs" disabledReason={reasonOf(abilities.sign)} onClick={() => open("sign")}>
            {t("signing.sign")}
          </ActionButton>
        ) : null}
        {can("decline") ? <Act what="decline" onOpen={open} /> : null}
        {can("paper") ? <Act what="paper" onOpen={open} /> : null}
        {can("replace") ? <Act what="replace" onOpen={open} /> : null}
        {can("remove") ? <Act what="remove" onOpen={open} /> : null}
        {can("remind") ? (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={remind.isPending}
            onClick={() => remind.mutate({ params: { agreementSigner: id } })}
          >
            {t("signing.remind")}
          </Button>
        ) : null}
      </Group>
      <Suspense>
        {opened === "sign" ? <Sign signer={signer} round={round} overview={overview} onClose={close} /> : null}
        {opened === "decline" ? (
          <Decline signer={signer} isOneOfMany={overview.parties.length > 2} onClose={close} />
        ) : null}
        {opened === "paper" ? <Paper signer={signer} round={round} onClose={close} /> : null}
        {opened === "replace" ? <Replace signer={signer} onClose={close} /> : null}
        {opened === "remove" ? <Remove signer={signer} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}

/** The scan with its SHA-256, and the day that it counts for. */
const OnPaper = ({ paper: { file, sha256, countsOn } }: { paper: NonNullable<SignerView["paper"]> }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (
    <>
      <p className={classes.soft}>{t("signing.onPaper.countsFor", { day: format.date(countsOn) })}</p>
      {file === null ? null : (
        <p className={classes.soft}>
          <FileLink file={file} />
        </p>
      )}
      <p className={signingClasses.hash}>{t("signing.onPaper.sha", { hash: sha256 })}</p>
    </>
  )
}

const Act = ({ what, onOpen }: { what: Opened; onOpen: (what: Opened) => void }) => {
  const { t } = useTranslation("negotiation")
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => onOpen(what)}>
      {t(`signing.${what}`)}
    </Button>
  )
}

const useStanding = (signer: SignerView): string => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const { state, doneAt, isInTurn, remindedAt, mailedAt, hasAccount, email, method, paper } = signer
  const when = doneAt === null ? "" : format.moment(doneAt)
  if (state === "signed" && paper !== null)
    return t("signing.standing.paper", { when, by: paper.by, day: format.date(paper.on) })
  if (state === "signed") return t(`signing.standing.${method ?? "sign_in"}`, { when })
  if (state !== "waiting") return t(`signing.standing.${state}`)
  if (!isInTurn) return t("signing.standing.waiting")
  // What was meant to be mailed is not told as sent.
  if (!hasAccount && email !== null)
    return mailedAt === null
      ? t("signing.standing.inTurn")
      : t("signing.standing.askedByLink", { when: format.moment(mailedAt), email })
  return remindedAt === null
    ? t("signing.standing.inTurn")
    : t("signing.standing.asked", { when: format.moment(remindedAt) })
}
