import { expect, test } from "vitest"
import { fullName } from "./fullName.ts"

test.each<[string | undefined, string | undefined, string | undefined, string | undefined]>([
  [undefined, "Ada", "Lovelace", "Ada Lovelace"],
  [undefined, "Ada", undefined, "Ada"],
  [undefined, undefined, "Lovelace", "Lovelace"],
  [undefined, "太郎", "田中", "田中 太郎"],
  [undefined, "민준", "김", "김 민준"],
  [undefined, "Taro", "田中", "Taro 田中"],
  // Prénom and Nom, Nombre and Apellidos.
  ["Dupont", "Anne", undefined, "Anne Dupont"],
  ["Ana", undefined, "García López", "Ana García López"],
  ["田中", "太郎", undefined, "田中 太郎"],
  // The whole name is there.
  ["Ada Lovelace", "Ada", "Lovelace", "Ada Lovelace"],
  ["Countess Lovelace", "Ada", "Lovelace", "Countess Lovelace"],
  ["Anne Dupont", "ANNE", undefined, "Anne Dupont"],
  ["Annette Dupont", "Anne", undefined, "Anne Annette Dupont"],
  ["Ada Lovelace", undefined, undefined, "Ada Lovelace"],
  [undefined, undefined, undefined, undefined],
])("%s with %s and %s is %s", (whole, given, family, name) => expect(fullName(whole, [given, family])).toBe(name))
