import { Button, Progress } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { upload } from "#client/upload"
import { useTry } from "#client/useTry"
import { getSealAuthority, type Verified, verifyDocument } from "#contract/seals"
import { Door } from "#shell/Door"
import { FileDrop } from "#ui/FileDrop"
import { ErrorLine } from "#ui/Form"
import { download } from "#ui/files"
import { Found } from "./Found.tsx"
import classes from "./Verify.module.css"

type OnItsWay = Readonly<{ name: string; share: number }>

/** Whoever holds a document asks whether it is the one that was sealed; nobody needs an account for it. */
export const Verify = () => {
  const { t } = useTranslation("verify")
  const attempt = useTry()
  const [onItsWay, setOnItsWay] = useState<OnItsWay>()
  const [found, setFound] = useState<Readonly<{ name: string; said: Verified }>>()
  const verify = (file: File) =>
    attempt.run(async () => {
      setFound(undefined)
      const onProgress = (share: number) => setOnItsWay({ name: file.name, share })
      onProgress(0)
      try {
        setFound({ name: file.name, said: await upload(verifyDocument, {}, file, { onProgress }) })
      } finally {
        setOnItsWay(undefined)
      }
    })
  return (
    <Door title={t("title")} text={t("text")} isWide>
      <div className={classes.parts}>
        {found ? <Found {...found} /> : null}
        {onItsWay ? (
          <Waiting {...onItsWay} />
        ) : (
          <FileDrop
            label={found ? t("again") : t("choose")}
            hint={t("hint")}
            accept=".pdf"
            onFile={(file) => void verify(file)}
          />
        )}
        <ErrorLine problem={attempt.problem} />
        <Authority />
      </div>
    </Door>
  )
}

const Waiting = ({ name, share }: OnItsWay) => {
  const { t } = useTranslation("verify")
  const said = share < 1 ? t("sending", { name }) : t("comparing", { name })
  return (
    <div role="status" className={classes.waiting}>
      <span>{said}</span>
      <Progress.Root size="sm">
        <Progress.Section value={share * 100} animated={share === 1} aria-label={said} />
      </Progress.Root>
    </div>
  )
}

/** What programs that know no certificate of ours say of it, and how they come to. */
const Authority = () => {
  const { t } = useTranslation("verify")
  const attempt = useTry()
  const take = () =>
    attempt.run(async () => {
      const { name, content } = await fetchFile(getSealAuthority, {})
      download(name, content)
    })
  return (
    <section className={classes.about} aria-labelledby="verify-about">
      <h2 id="verify-about" className={classes.aboutTitle}>
        {t("about.title")}
      </h2>
      <p>{t("about.text")}</p>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={15} stroke={1.7} aria-hidden />}
        loading={attempt.isBusy}
        onClick={() => void take()}
      >
        {t("about.take")}
      </Button>
      <ErrorLine problem={attempt.problem} />
    </section>
  )
}
