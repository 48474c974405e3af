import { Button, Group } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { FileLink } from "#acts/FileLink"
import { reasonOf } from "#client/problem"
import type { SignerView, SigningOverview, SigningView } from "#contract/signing"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import classes from "./negotiation.module.css"
import { Signer } from "./Signer.tsx"

const StartSigning = lazy(() => import("./StartSigning.lazy.tsx"))
const Recall = lazy(() => import("./Recall.lazy.tsx"))

type SigningProps = {
  overview: SigningOverview
  /** Whether what is read lies before both sides: only that is signed. */
  isReviewed: boolean
  /** The reader runs it, or only signs and reads. */
  mayStart: boolean
}

/** Who signs, in which order, and who has; nothing where it was never to be signed and the reader cannot have it signed. */
export const Signing = ({ overview, isReviewed, mayStart }: SigningProps) => {
  const { t } = useTranslation("negotiation")
  const [isStarting, setStarting] = useState(false)
  const { latest, earlier, abilities } = overview
  const offers = mayStart && isReviewed && latest?.state !== "open" && latest?.state !== "signed"
  if (latest === null && !offers) return null
  return (
    <Panel title={t("signing.title")}>
      {latest === null ? (
        <p className={classes.soft}>{t("signing.what")}</p>
      ) : (
        <Round round={latest} overview={overview} />
      )}
      {offers ? (
        <ActionButton size="xs" mt="xs" disabledReason={reasonOf(abilities.start)} onClick={() => setStarting(true)}>
          {t("signing.start")}
        </ActionButton>
      ) : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary className={classes.soft}>{t("signing.earlier", { count: earlier.length })}</summary>
          {earlier.map((round) => (
            <Round key={round.id} round={round} overview={overview} />
          ))}
        </details>
      )}
      {isStarting ? (
        <Suspense>
          <StartSigning overview={overview} onClose={() => setStarting(false)} />
        </Suspense>
      ) : null}
    </Panel>
  )
}

const Round = ({ round, overview }: { round: SigningView; overview: SigningOverview }) => {
  const { t } = useTranslation("negotiation")
  const [isRecalling, setRecalling] = useState(false)
  const sentence = useSentence(round)
  const shown = round.signers.filter(isShown)
  return (
    <>
      <p className={classes.reason}>{sentence}</p>
      {round.ended?.reason ? <p className={classes.reason}>{round.ended.reason}</p> : null}
      {round.stuck === null ? null : (
        <>
          <p className={classes.reason}>{reasonOf(round.stuck)}</p>
          <p className={classes.soft}>{t("signing.stuck")}</p>
        </>
      )}
      <ol className={classes.list}>
        {shown.map((signer) => (
          <li key={signer.id}>
            <Signer signer={signer} round={round} overview={overview} />
          </li>
        ))}
      </ol>
      {round.sealed === null ? null : (
        <p className={classes.reason}>
          <FileLink file={{ id: round.sealed.fileId, name: t("signing.sealed") }} />
        </p>
      )}
      {round.abilities.recall === true ? (
        <Group>
          <Button size="compact-xs" variant="subtle" onClick={() => setRecalling(true)}>
            {t("signing.recall")}
          </Button>
        </Group>
      ) : null}
      {isRecalling ? (
        <Suspense>
          <Recall round={round} onClose={() => setRecalling(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Whoever handed over is told with who took their place. */
const isShown = ({ state }: SignerView): boolean => state !== "replaced"

/** Where it stands: whose turn it is, or who ended it and how. */
const useSentence = ({ state, versionNumber: number, signers, ended, concludedAt, stuck }: SigningView): string => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const [whose, nameOf] = [useWhose(), useNameOf()]
  if (state === "open") {
    const names = signers.filter(({ isInTurn }) => isInTurn).map(({ name }) => name)
    return t("signing.open", { number, names: format.list(names) })
  }
  if (state === "signed") {
    if (stuck !== null) return t("signing.signedByAll", { number })
    return t(concludedAt === null ? "signing.concluding" : "signing.signed", { number })
  }
  const by =
    ended?.by ?? (ended ? (nameOf(ended.side, ended.partyName) ?? t(`party.${whose(ended.side, ended.partyId)}`)) : "")
  return t(`signing.${state}`, { number, by, when: ended ? format.moment(ended.at) : "" })
}
