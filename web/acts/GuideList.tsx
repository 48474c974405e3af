import { contents, type Guide } from "virtual:guides"
import { Anchor, Stack, Text } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { Link, useLocation } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { guidePath } from "#client/guidePath"
import type { Entrance } from "#client/guides"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { SearchField } from "#ui/SearchField"
import { Loaded } from "#ui/states"
import { findInGuides } from "./guides/find.ts"
import classes from "./guides/guide.module.css"

/** The guides of an entrance, and what they say of a word. */
export const GuideList = ({ entrance }: { entrance: Entrance }) => {
  const { t, i18n } = useTranslation("guides")
  const { pathname } = useLocation()
  const [text, setText] = useState("")
  const guides = contents.filter((each) => each.for.includes(entrance))
  return (
    <Page title={t("title")} answer={t("answer")} width="reading">
      <SearchField label={t("find")} value={text} onChange={setText} w={320} />
      {text === "" ? (
        <Panel title={t("guides")}>
          <ul className={classes.list}>
            {guides.map((guide) => (
              <li key={guide.slug}>
                <Anchor component={Link} to={guidePath(pathname, guide.slug)} lang={languageOf(guide, i18n.language)}>
                  {editionOf(guide, i18n.language).title}
                </Anchor>
              </li>
            ))}
          </ul>
        </Panel>
      ) : (
        <Found text={text} guides={guides} />
      )}
    </Page>
  )
}

const languageOf = ({ editions }: Guide, language: string): string => (editions[language] ? language : "en")
const editionOf = (guide: Guide, language: string) => guide.editions[language] ?? guide.editions.en

const Found = ({ text, guides }: { text: string; guides: readonly Guide[] }) => {
  const { t, i18n } = useTranslation("guides")
  const { pathname } = useLocation()
  // All are fetched with the first word that is looked for, and none before.
  const read = useQuery({
    queryKey: ["guides", i18n.language, guides.map(({ slug }) => slug)],
    queryFn: () =>
      Promise.all(
        guides.map(async (guide) => ({
          slug: guide.slug,
          language: languageOf(guide, i18n.language),
          ...(await editionOf(guide, i18n.language).open()).default,
        })),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Loaded from={read}>
      {(all) => {
        const places = findInGuides(all, text)
        return (
          <Stack gap="xs">
            <Text size="sm" c="dimmed" role="status">
              {places.length === 0 ? t("nothing") : t("found", { count: places.length })}
            </Text>
            <ul className={classes.list}>
              {places.map(({ slug, id, title, section, excerpt, language }) => (
                <li key={`${slug}#${id}`} lang={language}>
                  <Anchor component={Link} to={guidePath(pathname, slug)} {...(id === "" ? {} : { hash: id })}>
                    {section === title ? title : `${title}: ${section}`}
                  </Anchor>
                  <p className={classes.excerpt}>{excerpt}</p>
                </li>
              ))}
            </ul>
          </Stack>
        )
      }}
    </Loaded>
  )
}
