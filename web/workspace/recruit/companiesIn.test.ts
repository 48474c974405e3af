import { expect, test } from "vitest"
import { companiesIn } from "./companiesIn.ts"

test("a company a line, with its domains wherever they stand; legal forms with points stay in the name", () => {
  expect(
    companiesIn("Rival Inc.\trival.example\n\n Foe & Söhne G.m.b.H. ; FOE.example; foe.test\r\nAlone S.A.\n"),
  ).toEqual([
    { name: "Rival Inc.", domains: ["rival.example"] },
    { name: "Foe & Söhne G.m.b.H.", domains: ["foe.example", "foe.test"] },
    { name: "Alone S.A.", domains: [] },
  ])
})

test("a line that is only a domain is a company by that name", () => {
  expect(companiesIn("rival.example")).toEqual([{ name: "rival.example", domains: ["rival.example"] }])
  expect(companiesIn(" \n\t\n")).toEqual([])
})

test("a web address as it is copied from a browser is its host, once", () => {
  expect(companiesIn("Rival\thttps://www.rival.example/about?x=1\twww.rival.example")).toEqual([
    { name: "Rival", domains: ["rival.example"] },
  ])
  expect(companiesIn("Smith, Jones & Co., rival.example")).toEqual([
    { name: "Smith, Jones & Co.", domains: ["rival.example"] },
  ])
})
