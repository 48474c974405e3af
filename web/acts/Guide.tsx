import { contents, type GuideText } from "virtual:guides"
import { Anchor, Button, Stack, Text } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router"
import { type MouseEvent, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { guidePath } from "#client/guidePath"
import { Page } from "#ui/Page"
import { Loaded, NotFoundState } from "#ui/states"
import classes from "./guides/guide.module.css"

/** One guide, in the reader's language where it is written in it; the English one, which may say more, is a press away. */
export const Guide = () => {
  const { t, i18n } = useTranslation("guides")
  const { guide: slug = "" } = useParams({ strict: false })
  const { pathname } = useLocation()
  const guide = contents.find((each) => each.slug === slug)
  const [asked, ask] = useState<string>()
  const translated = i18n.language !== "en" && guide?.editions[i18n.language] !== undefined
  const language = translated && asked !== slug ? i18n.language : "en"
  const edition = guide?.editions[language]
  const found = useQuery({
    queryKey: ["guide", slug, language],
    queryFn: async () => (await edition?.open())?.default ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: edition !== undefined,
  })
  if (!edition) return <NotFoundState isPage />
  return (
    <Page
      title={edition.title}
      answer={language === i18n.language ? undefined : t("inEnglish")}
      back={{ to: guidePath(pathname), label: t("title") }}
      width="reading"
      actions={
        translated ? (
          <Button variant="default" onClick={() => ask(language === "en" ? undefined : slug)}>
            {language === "en" ? t("translated") : t("readEnglish")}
          </Button>
        ) : undefined
      }
    >
      <Loaded from={found}>{(text) => <Read text={text} language={language} />}</Loaded>
    </Page>
  )
}

const Read = ({ text, language }: { text: GuideText; language: string }) => {
  const { t } = useTranslation("guides")
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (hash !== "") document.getElementById(decodeURIComponent(hash))?.scrollIntoView()
  }, [hash])
  /** Other guides are opened without loading the page anew. */
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null
    if (!link || link.origin !== location.origin || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void navigate({ href: `${link.pathname}${link.hash}` })
  }
  const sections = text.sections.filter(({ id }) => id !== "")
  return (
    <Stack gap="lg">
      {sections.length > 1 ? (
        <nav aria-label={t("onPage")} className={classes.contents}>
          <Text size="sm" fw={550} mb={4}>
            {t("onPage")}
          </Text>
          <ul className={classes.list} lang={language}>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <Anchor component={Link} to={pathname} hash={id} size="sm">
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside have the keys; this only keeps the page */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        className={classes.guide}
        lang={language}
        onClick={follow}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made of our own documents by the build, which lets no HTML of theirs through (web/build/guide.ts)
        dangerouslySetInnerHTML={{ __html: text.html }}
      />
    </Stack>
  )
}
