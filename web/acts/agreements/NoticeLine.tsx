import { Button, Group } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import type { AgreementView } from "#contract/agreements"
import { ActionButton } from "#ui/ActionButton"
import { useFormat } from "#ui/text"
import { useViewerSide, useWhose } from "#ui/viewer"
import classes from "./agreements.module.css"

const GiveNotice = lazy(() => import("./GiveNotice.lazy.tsx"))
const WithdrawNotice = lazy(() => import("./WithdrawNotice.lazy.tsx"))

/** That notice was given, or the button by which it is; either side gives it. */
export const NoticeLine = ({ agreement }: { agreement: AgreementView }) => {
  const { t } = useTranslation("agreements")
  const [open, setOpen] = useState<"give" | "withdraw">()
  const { notice, isInForce, abilities } = agreement
  const words = useNoticeWords()
  const close = () => setOpen(undefined)
  if (!isInForce) return null
  return (
    <>
      {notice === null ? (
        abilities.giveNotice === true ? (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen("give")}>
            {t("giving.open")}
          </Button>
        ) : null
      ) : (
        <Group gap="xs" className={classes.notice}>
          <span>{words(notice)}</span>
          {abilities.edit === true ? (
            <ActionButton
              size="compact-xs"
              variant="subtle"
              disabledReason={reasonOf(abilities.edit)}
              onClick={() => setOpen("withdraw")}
            >
              {t("giving.withdraw.open")}
            </ActionButton>
          ) : null}
        </Group>
      )}
      <Suspense fallback={null}>
        {open === "give" ? <GiveNotice agreement={agreement} onClose={close} /> : null}
        {open === "withdraw" ? <WithdrawNotice agreement={agreement} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

/** Whose notice it is, from when it counts, and when it ends the agreement. */
const useNoticeWords = () => {
  const { t } = useTranslation("agreements")
  const format = useFormat()
  const [viewer, whose] = [useViewerSide(), useWhose()]
  return ({ givenBySide, partyName, countsOn, endsOn, reason }: NonNullable<AgreementView["notice"]>): string => {
    const at = { on: format.date(countsOn), date: format.date(endsOn) }
    const isOwn = whose(givenBySide) === "ours"
    const said =
      partyName !== null && !isOwn
        ? t("giving.stands.named", { ...at, name: partyName })
        : t(isOwn ? "giving.stands.host" : viewer === "host" ? "giving.stands.partner" : "giving.stands.vendor", at)
    return reason === null ? said : `${said} ${reason}`
  }
}
