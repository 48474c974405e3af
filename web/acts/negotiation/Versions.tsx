import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { PdfButton } from "#acts/PdfButton"
import { fetchFile } from "#client/fetchFile"
import { type AgreementTextView, downloadVersion, downloadWord, type VersionSummary } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import { SideBadge } from "#ui/SideBadge"
import { MomentText, useFormat, useLocale } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import classes from "./negotiation.module.css"

type VersionsProps = {
  view: AgreementTextView
  /** The version that the latest is compared with. */
  since: number | undefined
  onCompare: (number: number | undefined) => void
}

/** All versions that lay before both sides, with whose words they took over and who agreed to them. */
export const Versions = ({ view: { versions, number, hasMoreVersions }, since, onCompare }: VersionsProps) => {
  const { t } = useTranslation("negotiation")
  const locale = useLocale()
  if (versions.length === 0) return null
  return (
    <Panel title={t("versions")}>
      <ol className={classes.list} reversed>
        {versions.map((version) => (
          <li key={version.number}>
            <Version version={version} />
            {number !== null && version.number < number ? (
              <Button
                size="compact-xs"
                variant={since === version.number ? "default" : "subtle"}
                aria-pressed={since === version.number}
                onClick={() => onCompare(since === version.number ? undefined : version.number)}
              >
                {t("changedSince", { number: version.number })}
              </Button>
            ) : null}
            <PdfButton
              isSmall
              label={t("versionAsPdf", { number: version.number })}
              get={() => fetchFile(downloadVersion, { params: { agreementVersion: version.id }, query: { locale } })}
            />
            <PdfButton
              isSmall
              isWord
              label={t("word.version", { number: version.number })}
              get={() => fetchFile(downloadWord, { params: { agreementVersion: version.id }, query: { locale } })}
            />
          </li>
        ))}
      </ol>
      {hasMoreVersions ? <p className={classes.soft}>{t("moreVersions", { count: versions.length })}</p> : null}
    </Panel>
  )
}

const Version = ({ version: { number, side, partyId, partyName, by, at, agreedBy } }: { version: VersionSummary }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [whose, nameOf] = [useWhose(), useNameOf()]
  const names = agreedBy.map(
    (each) => nameOf(each.side, each.partyName) ?? t(`party.${whose(each.side, each.partyId)}`),
  )
  return (
    <>
      <strong>{t("version", { number })}</strong>
      <p className={classes.said}>
        <SideBadge side={side} party={partyId} name={partyName} />
        {by === null ? null : <span>{by}</span>}
        <MomentText at={at} />
      </p>
      {names.length === 0 ? null : <p className={classes.soft}>{t("agreedBy", { names: format.list(names) })}</p>}
    </>
  )
}
