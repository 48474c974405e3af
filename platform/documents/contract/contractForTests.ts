import type { Contract } from "./contract.ts"

/** Names as people have them, and words that would be markup anywhere else. */
export const hardNames = [
  "佐藤 健太",
  "Łukasz Żółć",
  "محمد عبد الله",
  "Maximiliane von Hohenlohe-Waldenburg-Schillingsfürst und zu Öttingen-Süd",
]
export const hostileText =
  '#eval("1") $x^2$ \\ `code` *no* _no_ @ref <label> // /* = [a](javascript:x) #image("/etc/passwd")'

/** An agreement with one of everything, as hard as it comes. */
export const hardContract: Contract = {
  language: "en-GB",
  timeZone: "Europe/Berlin",
  madeAt: "2026-11-28T11:10:00.000Z",
  owner: "Nordwind & Co",
  title: "Reseller agreement 2027",
  kind: "Agreement of resellers",
  notice: "Draft, version 3: binds nobody",
  parties: [
    {
      role: "Party 1",
      name: "Nordwind Energie GmbH & Co. KG",
      facts: [
        ["Country", "Germany"],
        ["Registration number", "HRB 12345"],
      ],
    },
    { role: "Party 2", name: "株式会社サトウ", facts: [["Country", "Japan"]] },
  ],
  particulars: [
    ["Begins", "1 Jan 2027"],
    ["Ends", "31 Dec 2028"],
    ["Renewal", "Renews by itself"],
    ["Notice", "90 days"],
    ["Margin", "22.5%"],
    ["Liability cap", "€1,250,000.00"],
  ],
  clauses: [
    {
      number: "1",
      heading: "Parties",
      level: 1,
      content: [
        {
          kind: "paragraph",
          words: [
            { text: "Between the " },
            { text: "Vendor", isBold: true },
            { text: " and the " },
            { text: "Partner", isItalic: true },
            { text: ", both " },
            { text: "Parties", isUnderlined: true, isBold: true },
            { text: "." },
          ],
        },
        {
          kind: "list",
          isNumbered: true,
          items: [
            [
              { kind: "paragraph", words: [{ text: "first thing" }] },
              { kind: "list", isNumbered: false, items: [[{ kind: "paragraph", words: [{ text: "a thing in it" }] }]] },
            ],
            [{ kind: "paragraph", words: [{ text: "second thing\non two lines" }] }],
          ],
        },
      ],
    },
    { number: "1.1", heading: hostileText, level: 2, content: [{ kind: "paragraph", words: [{ text: hostileText }] }] },
    {
      number: "2",
      heading: "名前と言葉",
      level: 1,
      content: [
        {
          kind: "paragraph",
          words: [{ text: "売主は、四半期ごとに、買主に対し、共同計画の進捗を報告する。".repeat(6) }],
        },
      ],
    },
    {
      number: "3",
      heading: "Names",
      level: 1,
      content: hardNames.map((name) => ({ kind: "paragraph" as const, words: [{ text: `${name} signs.` }] })),
    },
  ],
  places: [
    { party: "Nordwind Energie GmbH & Co. KG", role: "Party 1" },
    { party: "株式会社サトウ", role: "Party 2" },
  ],
  annexes: [
    {
      title: "Objectives",
      columns: [
        { title: "Objective", wide: 3 },
        { title: "Target", isNumeric: true },
        { title: "By", wide: 1 },
      ],
      rows: [["Revenue through the partner", "€1,200,000", "31 Dec 2027"]],
      empty: "None.",
    },
    {
      title: "Promises of 株式会社サトウ",
      columns: [{ title: "Promise", wide: 3 }, { title: "Due" }],
      rows: Array.from({ length: 60 }, (_, at) => [`Promise ${at} ${hostileText}`, "every quarter"]),
      empty: "None.",
    },
  ],
  foot: `Version 3 · SHA-256 ${"0123456789abcdef".repeat(4)}`,
  footnotes: ["= a footnote, #footnote[not markup]"],
  certificate: {
    signatures: [
      {
        name: hardNames[0] as string,
        party: "株式会社サトウ",
        mark: { kind: "typed", text: hardNames[0] as string },
        method: "By a link mailed to k.sato@example.com, and a code sent there",
        at: "2027-03-03T17:12:09.000Z",
        address: "203.0.113.7",
        inPlaceOf: { name: "Aya Mori", by: "Aya Mori", at: "2027-03-02T09:00:00.000Z", reason: "I am on leave" },
      },
      {
        name: hardNames[1] as string,
        party: "Nordwind Energie GmbH & Co. KG",
        mark: {
          kind: "drawn",
          strokes: [
            [
              [0, 0],
              [30, 40],
              [60, 5],
              [90, 40],
              [140, 10],
            ],
            [
              [20, 60],
              [130, 55],
            ],
            [[70, 70]],
          ],
        },
        method: "Signed in, with a second factor",
        at: "2027-03-03T17:13:00.000Z",
        address: null,
      },
      {
        name: hardNames[2] as string,
        party: "株式会社サトウ",
        mark: { kind: "path", d: "M10 40 C 30 5, 60 5, 70 40 S 110 70, 150 20", width: 160, height: 60 },
        method: "Uploaded by Eva, not checked by us",
        at: "2027-03-03T17:14:00.000Z",
        address: null,
      },
      {
        name: hardNames[3] as string,
        party: "Nordwind Energie GmbH & Co. KG",
        mark: null,
        method: "In person",
        at: "2027-03-03T17:15:00.000Z",
        address: "2001:db8::1",
      },
    ],
    trail: [
      { at: "2027-03-01T08:00:00.000Z", who: "Ben Adler", what: "sent it to be signed" },
      { at: "2027-03-03T17:12:09.000Z", who: hardNames[2] as string, what: hostileText },
      { at: "2027-03-03T17:15:01.000Z", who: null, what: "was sealed" },
    ],
    facts: [["Agreement", "Reseller agreement 2027"]],
    verifyAt: "https://keelson.example/verify",
  },
  words: {
    page: "Page {page} of {pages}",
    missingSigns: "No font has {signs}.",
    between: "between",
    particulars: "Particulars",
    signatures: "Signatures",
    placeAndDay: "Place, day",
    nameAndFunction: "Name, function",
    signature: "Signature",
    annex: "Annex {number}: {title}",
    certificate: {
      title: "Certificate of signatures",
      sentence: "Who signed this agreement, how and when, as it was recorded while it happened.",
      onBehalfOf: "for {party}",
      method: "How",
      time: "When",
      address: "From the address",
      notKnown: "not known",
      inPlaceOf: "In place of {name}, handed over by {by} on {at}",
      inPlaceOfBecause: "In place of {name}, handed over by {by} on {at}: {reason}",
      trail: "What led to it",
      when: "When",
      who: "Who",
      what: "What",
      verify: "Anybody can check this file at {address}.",
      byItself: "by itself",
      markOf: "Mark of {name}",
    },
  },
}
