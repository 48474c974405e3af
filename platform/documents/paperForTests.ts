import type { Lane, Paper } from "./paper.ts"

/** Names that somebody may really have, or send: each has broken a document elsewhere. */
export const hardName = "Müller & Söhne <東京>"

const lane: Lane = {
  name: `Contacts of ${hardName}`,
  detail: "6 → 4",
  isOurs: true,
  firstWeek: "2026-05-04",
  actual: [6, null, 0, 4],
  promised: null,
  onset: { on: "2026-05-18", low: "2026-05-11", high: "2026-05-25" },
}

/** A paper with one of everything, as hard as it comes. */
export const hardPaper: Paper = {
  language: "ja-JP",
  timeZone: "Asia/Tokyo",
  title: hardName,
  subtitle: '#eval("x") *not bold* $x$ @ref <script>alert(1)</script>',
  sentence: "今週は二つの約束が期限を過ぎています。",
  audience: 'For "A & B" only',
  facts: [["Made by", "Ana <Berg>"]],
  owner: "Nordwind & Co",
  author: 'Ana "<Berg>" & Söhne',
  madeAt: "2026-11-28T11:10:00.000Z",
  footnotes: ["= a footnote, #footnote[not markup]"],
  words: {
    page: "{page} / {pages}",
    missingSigns: "No font has {signs}.",
    promised: "promised",
    onset: "onset",
    goesOn: "{title} ({part})",
    week: "week",
  },
  blocks: [
    {
      kind: "figures",
      figures: [
        { label: "Kept <&>", value: "5 / 9", note: "& more", tone: "bad" },
        { label: "Due", value: "0" },
      ],
    },
    { kind: "lanes", title: "Signals & <lanes>", label: "lanes", lanes: [lane] },
    {
      kind: "shares",
      title: "State",
      parts: [
        { label: "Kept & <so>", tone: "good" },
        { label: "Missed", tone: "bad" },
      ],
      rows: [
        { label: hardName, counts: [3, 0] },
        { label: "Us", counts: [0, 2] },
      ],
    },
    {
      kind: "table",
      title: "Promises & <more>",
      empty: "none",
      columns: [
        { key: "title", title: "Promise & <what>", kind: "text", wide: 3 },
        { key: "state", title: "State", kind: "text" },
        { key: "value", title: "Value", kind: "money" },
        { key: "weeks", title: "Weeks", kind: "text" },
      ],
      rows: Array.from({ length: 43 }, (_, row) => [
        row === 7 ? "四半期ごとの共同計画 ".repeat(40) : `Promise ${row} & <b>`,
        { text: "Missed", tone: "bad" as const },
        row === 0 ? null : { amountMinor: row * 100, currency: "JPY" },
        { strip: [90, null, 0], label: "weeks" },
      ]),
    },
  ],
}
