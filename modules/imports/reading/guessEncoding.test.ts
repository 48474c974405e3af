import iconv from "iconv-lite"
import { expect, test } from "vitest"
import { guessEncoding } from "./guessEncoding.ts"

const table = (names: string) =>
  `name;type;country\n${names
    .split(";")
    .map((name) => `${name};reseller;XX\n`)
    .join("")}`
const guess = (names: string, encoding: string) => guessEncoding(iconv.encode(table(names), encoding))

test.each([
  ["windows-1252", "Müller & Söhne – €;Élan;Société Générale"],
  ["windows-1252", "Muñoz;Peña;Ibáñez;São Paulo;João"],
  ["windows-1252", "Møller;Ærø;Gävle;Århus;Öresund"],
  ["windows-1252", "Müller"],
  ["windows-1250", "Dvořák;Čapek;Příbram;Žižkov;Müller;Škoda"],
  ["windows-1250", "Spółka Żywiec;Łódź;Gdańsk;Wrocław;Święty"],
  ["iso-8859-2", "Dvořák;Čapek;Příbram;Žižkov;Łódź;Święty"],
  ["windows-1251", "Данные Партнёр Техно;Связь Партнёр Дом;ООО Ромашка"],
  ["koi8-r", "Данные Партнёр Техно;Связь Партнёр Дом;ООО Ромашка"],
  ["cp866", "Данные Партнёр Техно;Связь Партнёр Дом;ООО Ромашка"],
  ["windows-1253", "Ελληνική Εταιρεία;Αθήνα;Θεσσαλονίκη;Συνεργάτης"],
  ["windows-1254", "Yıldız Şirketi;İstanbul;Çağlar;Güneş;Doğan"],
  ["macintosh", "Müller & Söhne;Société Générale;Ibáñez;Köln"],
  ["cp850", "Müller & Söhne;Société Générale;Köln;Größe"],
  ["shift_jis", "株式会社東京パートナー;大阪システム;北海道データ;名古屋テック;日本のリセラー"],
  ["gb18030", "北京合作伙伴有限公司;上海数据系统;广州科技;深圳经销商;中国软件公司"],
  ["euc-kr", "서울파트너주식회사;부산시스템;대한민국데이터;인천기술;리셀러"],
  ["big5", "台北合作夥伴有限公司;高雄資料系統;臺灣科技;經銷商"],
])("%s is told by its words: %s", (encoding, names) => {
  expect(guess(names, encoding)).toEqual({ name: encoding, candidates: [] })
})

test.each([
  ["windows-1252", "Crème brûlée;Pêcheur"],
  ["windows-1250", "Kőszegi;Győr;Szűcs"],
  ["windows-1251", "ООО"],
])("where several fit, that is said, and the right one is among them: %s, %s", (encoding, names) => {
  const { candidates } = guess(names, encoding)
  expect(candidates.length).toBeGreaterThan(1)
  expect(candidates).toContain(encoding)
})

test.each([
  ["gb18030", "北京商贸,reseller\n上海,reseller\n"],
  ["shift_jis", "東京商事,reseller\n大阪,reseller\n"],
  ["euc-kr", "서울상사,reseller\n부산,reseller\n"],
])("few signs of %s are asked about, with that encoding among the choices", (encoding, text) => {
  const { name, candidates } = guessEncoding(iconv.encode(text, encoding))
  expect([name, ...candidates]).toContain(encoding)
})
