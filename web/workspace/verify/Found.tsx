import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import type { Verified } from "#contract/seals"
import { Fact, Facts } from "#ui/Facts"
import { DayOfText, MomentText, useFormat } from "#ui/text"
import classes from "./Verify.module.css"

const looks = {
  sealed: { icon: IconCircleCheck, tone: "good" },
  unlisted: { icon: IconCircleCheck, tone: "plain" },
  added: { icon: IconAlertTriangle, tone: "bad" },
  changed: { icon: IconAlertTriangle, tone: "bad" },
  unknown: { icon: IconHelpCircle, tone: "plain" },
} as const

type FoundProps = { name: string; said: Verified }

/** What a file was found to be; of exactly the sealed one also whose it is and what. */
export const Found = ({
  name,
  said: { outcome, document, certificateUntil, hasCertificateEnded, sha256 },
}: FoundProps) => {
  const { t } = useTranslation("verify")
  const format = useFormat()
  const { icon: Icon, tone } = looks[outcome]
  return (
    <section role="status" className={classes.found} data-tone={tone}>
      <h2 className={classes.title}>
        <Icon size={22} stroke={1.7} aria-hidden className={classes.icon} />
        {t(`${outcome}.title`)}
      </h2>
      <p className={classes.name}>{name}</p>
      <p>{t(`${outcome}.text`)}</p>
      {hasCertificateEnded ? <p>{t("sealed.ended")}</p> : null}
      <Facts>
        {document ? (
          <>
            <Fact label={t("document")}>{document.title}</Fact>
            <Fact label={t("workspace")}>{document.workspaceName}</Fact>
            <Fact label={t("sealedAt")}>
              <MomentText at={document.sealedAt} />
            </Fact>
            <Fact label={t("signers")}>{format.number(document.signers)}</Fact>
          </>
        ) : null}
        {certificateUntil ? (
          <Fact label={t("certificateUntil")}>
            <DayOfText at={certificateUntil} />
          </Fact>
        ) : null}
      </Facts>
      <div className={classes.hash}>
        <span>{t("hash")}</span>
        <code>{sha256}</code>
      </div>
    </section>
  )
}
