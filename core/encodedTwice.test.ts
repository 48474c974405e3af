import { expect, test } from "vitest"
import { encodedOnce } from "./encodedTwice.ts"

test.each([
  ["MÃ¼ller GmbH", "Müller GmbH"],
  ["GrÃ¶ÃŸe KG", "Größe KG"],
  ["SociÃ©tÃ© GÃ©nÃ©rale Ã\u00a0 Paris", "Société Générale à Paris"],
  ["â€œQuotedâ€\u009d â€“ and more", "“Quoted” – and more"],
  ["â€œQuotedâ€", "“Quoted”"],
  ["Å\u0081Ã³dÅº", "Łódź"],
  ["ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"],
  ["æ\u009d±äº¬å•†äº‹", "東京商事"],
  ["M&amp;M Partners", "M&M Partners"],
  ["L&#39;Or&eacute;al", "L'Oréal"],
  ["A &amp;amp; B", "A & B"],
  ["Smith &lt;Nord&gt;&#x2122;", "Smith <Nord>™"],
  ["M&uuml;ller &amp; S&ouml;hne", "Müller & Söhne"],
])("%s", (text, meant) => {
  expect(encodedOnce(text)).toBe(meant)
})

test.each([
  ...[
    "Müller GmbH",
    "AT&T",
    "R&D; Sales",
    "São Tomé",
    "MANHÃ",
    "IRMÃS",
    "CAFÉ… und mehr",
    "‘CAFÉ’S’",
    "”RÅ”",
    "Société «\u00a0Café\u00a0»",
  ],
  ...[
    "Ångström",
    "Ärzte",
    "ÎLE",
    "Ñandú",
    "東京商事",
    "Привет",
    "a & b; c",
    "&nosuchname;",
    "naïve — ‘ï’",
    "Â",
    "PÅ ”",
    "&;",
    "Łódź",
  ],
])("%s is as it should be", (text) => {
  expect(encodedOnce(text)).toBeUndefined()
})
